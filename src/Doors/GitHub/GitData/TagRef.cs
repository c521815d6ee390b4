namespace Gates.Doors.GitHub.GitData;

/// <summary>A tag of a repository.</summary>
/// <param name="Ref">Its full name, <c>refs/tags/v1</c>.</param>
/// <param name="Object">What it points at.</param>
internal sealed record TagRef(string Ref, TagTarget Object);

/// <summary>What a tag points at: a commit, or for an annotated tag first an object of its own.</summary>
/// <param name="Type"><c>commit</c> or <c>tag</c>, rarely something else.</param>
/// <param name="Sha">Its id.</param>
internal sealed record TagTarget(string Type, string Sha);

/// <summary>The object of an annotated tag.</summary>
internal sealed record AnnotatedTag(TagTarget Object);
