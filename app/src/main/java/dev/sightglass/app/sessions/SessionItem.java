package dev.sightglass.app.sessions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.control.TreeItem;

/** A line in the tree view. Lines under it are made when it is first opened. FX thread only. */
final class SessionItem extends TreeItem<SessionNode> {
    private final Map<Scope, SessionItem> made;
    private boolean filled;
    private boolean leaf;

    /** @param made every line of the tree that has been made so far */
    SessionItem(SessionNode node, Map<Scope, SessionItem> made, boolean open) {
        super(node);
        this.made = made;
        this.leaf = shownUnder(node).isEmpty();
        setExpanded(open);
    }

    /** The lines that are shown under a line: a turn without sub-agents needs none for its main agent. */
    static List<SessionNode> shownUnder(SessionNode node) {
        List<SessionNode> all = node.children();
        return node.scope() instanceof Scope.Turn && all.size() == 1 && isMain(all.getFirst()) ? List.of() : all;
    }

    static boolean isMain(SessionNode node) {
        return node.scope() instanceof Scope.Agent agent && agent.agentId() == null;
    }

    @Override
    public boolean isLeaf() {
        return leaf;
    }

    @Override
    public ObservableList<TreeItem<SessionNode>> getChildren() {
        ObservableList<TreeItem<SessionNode>> children = super.getChildren();
        if (!filled) {
            filled = true;
            children.setAll(shownUnder(getValue()).stream().map(this::item).toList());
        }
        return children;
    }

    /** Only the first session, the newest, is open at first; what is in a session is. */
    private SessionItem item(SessionNode node) {
        boolean open = !(node.scope() instanceof Scope.Session)
                || node == getValue().children().getFirst();
        return made.computeIfAbsent(node.scope(), _ -> new SessionItem(node, made, open));
    }

    /** Takes out lines that are no longer under this one. First of two steps, since a line may move from one to another. */
    void shrink() {
        if (!filled) return;
        Set<SessionNode> stay = new HashSet<>(shownUnder(getValue()));
        super.getChildren().removeIf(child -> {
            boolean gone = !stay.contains(child.getValue());
            if (gone) forget(child);
            return gone;
        });
    }

    private void forget(TreeItem<SessionNode> item) {
        made.remove(item.getValue().scope());
        if (((SessionItem) item).filled) item.getChildren().forEach(this::forget);
    }

    /** Adds the lines that are new under this one; those that were there are not touched. */
    void grow() {
        List<SessionNode> wanted = shownUnder(getValue());
        boolean turned = leaf != wanted.isEmpty();
        leaf = wanted.isEmpty(); // before lines are added, since a leaf's lines do not count
        if (filled) {
            ObservableList<TreeItem<SessionNode>> children = super.getChildren();
            for (int i = 0; i < wanted.size(); i++)
                if (i >= children.size() || children.get(i).getValue() != wanted.get(i))
                    children.add(i, item(wanted.get(i)));
        } else if (!leaf && isExpanded()) {
            getChildren(); // fills them in: the view asks an open leaf only once
        }
        if (turned) Event.fireEvent(this, new TreeModificationEvent<>(valueChangedEvent(), this, getValue()));
    }

    /** Takes the new object for the same line, and so on below. */
    void renew(SessionNode node) {
        setValue(node);
        if (filled) {
            Map<Scope, SessionNode> newer = new HashMap<>();
            for (SessionNode child : node.children()) newer.put(child.scope(), child);
            for (TreeItem<SessionNode> child : super.getChildren()) {
                SessionNode same = newer.get(child.getValue().scope());
                if (same != null) ((SessionItem) child).renew(same);
            }
        }
        shrink();
        grow();
    }
}
