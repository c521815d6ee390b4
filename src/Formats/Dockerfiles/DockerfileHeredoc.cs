namespace Gates.Formats.Dockerfiles;

/// <summary>A here-document that belongs to a <c>RUN</c>, <c>COPY</c> or <c>ADD</c>.</summary>
/// <param name="Name">The word that ends it.</param>
/// <param name="Content">Its lines, each ended by a line feed; leading tabs are still there.</param>
/// <param name="Expand">Whether variables in it are expanded: the word was not quoted.</param>
/// <param name="StripTabs">Whether it was written <c>&lt;&lt;-</c>.</param>
/// <param name="Line">The line of its first content line.</param>
internal sealed record DockerfileHeredoc(string Name, string Content, bool Expand, bool StripTabs, int Line);
