package dev.sightglass.app.control.markdown;

import java.util.function.Consumer;
import javafx.scene.layout.GridPane;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/** A Markdown table as a grid. */
final class MarkdownTable {
    private MarkdownTable() {}

    static GridPane of(TableBlock table, Consumer<String> links) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("md-table");
        int row = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                int column = 0;
                for (Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                    TextFlow flow = InlineText.of(cell, links, part instanceof TableHead ? "md-th" : "md-td");
                    grid.add(flow, column++, row);
                }
                row++;
            }
        }
        return grid;
    }
}
