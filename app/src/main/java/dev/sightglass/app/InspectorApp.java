package dev.sightglass.app;

import dev.sightglass.app.demo.Demo;
import dev.sightglass.app.export.SystemFileDialogs;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.options.AppOptions;
import dev.sightglass.app.state.UiState;
import dev.sightglass.app.window.MainWindow;
import dev.sightglass.app.window.OrderlyClose;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.SettingsFile;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.fallback.ExchangeStores;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import dev.sightglass.simulator.demo.DemoConversation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window's application: reads the options, wires everything, shows the window, puts all away at the end. */
public final class InspectorApp extends Application {
    private static final System.Logger LOG = System.getLogger(InspectorApp.class.getName());
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final List<String> ICONS =
            List.of("sightglass-16.png", "sightglass-32.png", "sightglass-48.png", "sightglass-128.png");

    private @Nullable AppContext context;
    private @Nullable Demo demo;

    @Override
    public void start(Stage stage) throws IOException {
        AppOptions options = AppOptions.parse(getParameters().getRaw(), System.getenv());
        Path folder = options.demo() ? options.dataFolder().resolve("demo") : options.dataFolder();
        SettingsFile.Loaded loaded = new SettingsFile(folder).load();
        EngineSettings settings = options.overrides().over(loaded.settings());
        if (options.demo()) {
            demo = Demo.start(settings);
            settings = demo.settings();
        }
        ExchangeStore store = ExchangeStores.open(
                StoreOptions.writing(folder).with(StoreOptions.Access.WRITE_OR_READ), settings.capture());
        AppContext app = new AppContext(folder, settings, store, surroundings());
        context = app;
        MainWindow window = open(stage, app);
        app.feed().start();
        if (loaded.warning() != null) window.tell(loaded.warning());
        store.notices().forEach(window::tell);
        app.feed().addNoticeListener(window::tell);
        if (demo != null) converseOnceUp(app);
        if (options.open() != null) window.open(options.open());
        if (app.savedFilters().warning() != null) window.tell(app.savedFilters().warning());
        if (app.prices().warning() != null) window.tell(app.prices().warning());
        if (options.start()) app.proxy().start();
    }

    private MainWindow open(Stage stage, AppContext app) {
        MainWindow window = new MainWindow(app);
        Scene scene = new Scene(window, WIDTH, HEIGHT);
        app.themes().install(scene);
        stage.setTitle(Messages.text("window.title"));
        stage.setScene(scene);
        ICONS.forEach(name -> addIcon(stage, name));
        UiState state = app.stateFile().load();
        window.restore(state);
        place(stage, state.bounds());
        OrderlyClose.install(stage, window, app);
        stage.setOnHiding(_ -> save(stage, app, window));
        stage.show();
        window.focusRows();
        return window;
    }

    /** Ends what the closing of the window has not ended, as when the system asks the app to quit. */
    @Override
    public void stop() {
        if (context != null) context.close();
        if (demo != null) demo.close();
    }

    /** Sends the sample conversation as soon as the proxy listens, once. */
    private static void converseOnceUp(AppContext app) {
        AtomicBoolean done = new AtomicBoolean();
        app.proxy().stateProperty().subscribe(state -> {
            if (state instanceof ProxyState.Running(URI baseUrl, int _) && done.compareAndSet(false, true))
                app.tasks().run(Executors.callable(new DemoConversation(baseUrl)), _ -> {}, _ -> {});
        });
    }

    private AppContext.Surroundings surroundings() {
        return new AppContext.Surroundings(
                InspectorApp::copy,
                new SystemFileDialogs(),
                address -> getHostServices().showDocument(address),
                Platform.getPreferences().colorSchemeProperty(),
                Clock.system(ZoneId.systemDefault()));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Where the window was, unless that is off all screens by now. */
    private static void place(Stage stage, UiState.@Nullable Bounds bounds) {
        if (bounds == null) return;
        Rectangle2D wanted = new Rectangle2D(bounds.x(), bounds.y(), bounds.width(), bounds.height());
        if (Screen.getScreensForRectangle(wanted).isEmpty()) return;
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.setMaximized(bounds.maximised());
    }

    private static void save(Stage stage, AppContext app, MainWindow window) {
        UiState.Bounds bounds = new UiState.Bounds(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
        try {
            app.stateFile().save(window.stateNow(bounds));
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "the window's arrangement could not be saved", failure);
        }
    }

    private static void addIcon(Stage stage, String name) {
        try (InputStream icon = InspectorApp.class.getResourceAsStream("icons/" + name)) {
            if (icon != null) stage.getIcons().add(new Image(icon));
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, () -> "the icon " + name + " cannot be read", failure);
        }
    }
}
