namespace Gates.Formats.Shell;

/// <summary>A here-document whose lines are still to come.</summary>
/// <param name="Delimiter">The line that ends it.</param>
/// <param name="StripTabs">Whether it was written <c>&lt;&lt;-</c>.</param>
/// <param name="Pipeline">The place of its pipeline in the script.</param>
/// <param name="Command">The place of its command in the pipeline.</param>
internal sealed record PendingBody(string Delimiter, bool StripTabs, int Pipeline, int Command);
