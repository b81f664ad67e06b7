// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import com.mongodb.event.CommandEvent;
import com.mongodb.event.CommandStartedEvent;
import dev.ligature.integration.RepositoryOperation;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.mongodb.DefaultMongoCommandTagsProvider;
import io.micrometer.core.instrument.binder.mongodb.MongoCommandTagsProvider;

/**
 * Micrometer's tags of a command, with the document and the operation of the repository that sent it. Other commands
 * have the same tags with the value "none", because a registry takes only one set of tags for a name.
 */
final class OperationTags implements MongoCommandTagsProvider {
    private static final String NONE = "none";

    private final MongoCommandTagsProvider tags = new DefaultMongoCommandTagsProvider();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        tags.commandStarted(event);
    }

    @Override
    public Tags commandTags(CommandEvent event) {
        RepositoryOperation operation = RepositoryOperation.of(event).orElse(new RepositoryOperation(NONE, NONE));
        return Tags.concat(tags.commandTags(event), "repository", operation.document(), "operation", operation.name());
    }
}
