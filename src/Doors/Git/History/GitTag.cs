namespace Gates.Doors.Git.History;

/// <param name="Name">Without <c>refs/tags/</c>.</param>
/// <param name="Target">The object it points at in the end, as a rule a commit.</param>
/// <param name="Annotated">Whether it is an object of its own.</param>
/// <param name="Message">An annotated tag's message without its signature; else empty.</param>
/// <param name="Time">When an annotated tag was made.</param>
/// <param name="Tagger">Who made an annotated tag.</param>
/// <param name="Signature">What its signature is worth.</param>
internal sealed record GitTag(
    string Name, string Target, bool Annotated, string Message, DateTimeOffset? Time, GitPerson? Tagger, GitSignature Signature);
