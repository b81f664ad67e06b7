package dev.ligature.internal.project;

import dev.ligature.internal.plan.PlanPrinter;
import dev.ligature.internal.plan.QueryPlan;
import dev.ligature.repository.FetchPlan;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.MissingIndex;
import dev.ligature.repository.OtherForm;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.ProjectionNode;
import dev.ligature.spi.ProjectionType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Flux;

/** Shows how a projection is read: the steps of the documents' plan, with what is kept of them. */
final class ProjectionPlanPrinter {
    private final ProjectionType<?> type;
    private final Layout layout;
    private final List<FetchPlan.Step> steps = new ArrayList<>();

    private ProjectionPlanPrinter(ProjectionType<?> type, QueryPlan plan) {
        this.type = type;
        this.layout = new Layout(type, plan);
    }

    /**
     * The plan as a public value.
     *
     * @param check compares steps with the indexes of the server
     * @param otherForms counts what is stored in another form than declared, up to a limit
     */
    static FetchPlan print(
            ProjectionType<?> type,
            QueryPlan plan,
            FetchStrategy strategy,
            Function<List<FetchPlan.Step>, Flux<MissingIndex>> check,
            IntFunction<Flux<OtherForm>> otherForms) {
        ProjectionPlanPrinter printer = new ProjectionPlanPrinter(type, plan);
        FetchPlan documents = PlanPrinter.print(plan, check, otherForms);
        for (FetchPlan.Step step : documents.steps()) {
            if (step instanceof FetchPlan.Root root) {
                printer.steps.add(printer.projected(root));
            } else if (!(step instanceof FetchPlan.Batch)) {
                printer.steps.add(step);
            }
        }
        printer.batches();
        return new FetchPlan(documents.document(), strategy, printer.steps, check, otherForms);
    }

    private FetchPlan.Root projected(FetchPlan.Root root) {
        BsonDocument command = root.command().clone();
        if (command.containsKey("pipeline")) {
            command.getArray("pipeline").add(new BsonDocument("$project", layout.stage()));
        } else {
            command.append("projection", layout.projection());
        }
        return new FetchPlan.Root(root.collection(), command, root.reason() + "; read as " + type);
    }

    /** Level by level, as they are loaded. */
    private void batches() {
        List<ProjectionNode> level = List.of(type.root());
        for (int depth = 1; !level.isEmpty(); depth++) {
            List<ProjectionNode> next = new ArrayList<>();
            for (ProjectionNode node : level) {
                for (ProjectionNode.Edge edge : node.edges()) {
                    next.add(edge.target());
                    if (layout.side(edge.target()) < 0) {
                        steps.add(batch(edge, depth));
                    }
                }
            }
            level = next;
        }
    }

    private static FetchPlan.Batch batch(ProjectionNode.Edge edge, int depth) {
        LinkType link = edge.link();
        String collection = link.target().collection();
        String field = link.isBackLink() ? link.mirror().idPath() : "_id";
        String ids = link.isBackLink() ? "<ids of " + link.owner() + ">" : "<" + link + ">";
        return new FetchPlan.Batch(
                collection,
                new BsonDocument("find", new BsonString(collection))
                        .append("filter", new BsonDocument(field, new BsonDocument("$in", new BsonString(ids))))
                        .append("projection", Layout.fields(edge.target())),
                "level " + depth + ", once per window of roots: " + link);
    }
}
