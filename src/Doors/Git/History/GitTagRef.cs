namespace Gates.Doors.Git.History;

/// <param name="Name">Without <c>refs/tags/</c>.</param>
/// <param name="Type">The type of the object the reference holds: <c>tag</c> for an annotated tag.</param>
/// <param name="Id">That object.</param>
/// <param name="Target">What it points at in the end.</param>
internal sealed record GitTagRef(string Name, string Type, string Id, string Target);
