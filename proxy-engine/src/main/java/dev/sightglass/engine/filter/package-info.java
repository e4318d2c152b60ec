/** The query language over exchanges: {@code status>=400 and model~"gpt-4" and ttft>3s and tool:Bash and not agent:main}. */
@NullMarked
package dev.sightglass.engine.filter;

import org.jspecify.annotations.NullMarked;
