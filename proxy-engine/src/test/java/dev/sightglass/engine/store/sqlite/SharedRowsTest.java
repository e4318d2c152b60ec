package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand rows in memory are small because they share what they have in common. */
class SharedRowsTest {
    @TempDir
    Path folder;

    @Test
    void rowsReadBackShareWhatTheyHaveInCommonAndNothingElse() {
        try (SqliteExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(folder))) {
            for (int i = 0; i < 90; i++) store.save(SampleExchanges.succeeded(store.nextId()));
            store.flush();
        }
        try (SqliteExchangeStore store = SqliteExchangeStore.open(StoreOptions.reading(folder))) {
            List<ExchangeSummary> rows = store.newest(100, null);

            for (ExchangeSummary row : rows)
                assertThat(row).isEqualTo(SampleExchanges.succeeded(row.id()).summary());
            ExchangeSummary one = store.summary(new ExchangeId(80)).orElseThrow();
            ExchangeSummary next = store.summary(new ExchangeId(81)).orElseThrow();
            assertThat(next.route()).isSameAs(one.route());
            assertThat(next.request().setup()).isSameAs(one.request().setup());
            assertThat(next.request().title()).isSameAs(one.request().title());
            assertThat(next.request().prompt()).isSameAs(one.request().prompt());
            assertThat(next.answer().toolsCalled()).isSameAs(one.answer().toolsCalled());
            assertThat(next.client()).isNotEqualTo(one.client());
            assertThat(next.client().sessionId()).isNotEqualTo(one.client().sessionId());
        }
    }
}
