using System.Text.Json.Serialization;
using Gates.Formats.Documents;

namespace Gates.Formats.Markdown;

/// <summary>A page of Markdown as policies see it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Text">All of it, mended.</param>
/// <param name="Mended">What the file's UTF-8 had been taken for; <see langword="null"/> when nothing was mended.</param>
/// <param name="Headings">In order.</param>
/// <param name="Tasks">Items of lists with a box.</param>
/// <param name="Choices">Other lines with boxes.</param>
/// <param name="Tables">In order.</param>
/// <param name="Links">In order.</param>
internal sealed record MarkdownFile(
    string Path,
    string Text,
    string? Mended,
    IReadOnlyList<MarkdownHeading> Headings,
    IReadOnlyList<MarkdownTask> Tasks,
    IReadOnlyList<MarkdownChoice> Choices,
    IReadOnlyList<MarkdownTable> Tables,
    IReadOnlyList<MarkdownLink> Links);

internal sealed record MarkdownHeading(int Level, string Text, int Line, FactPlace Where);

/// <param name="Text">Without the box.</param>
/// <param name="Done">Whether it is ticked.</param>
/// <param name="Line">From 1.</param>
/// <param name="Depth">Lists around it.</param>
/// <param name="Section">The headings above, joined by " / ".</param>
/// <param name="Where">Its place.</param>
internal sealed record MarkdownTask(string Text, bool Done, int Line, int Depth, string Section, FactPlace Where);

/// <param name="Label">What stands before the first box, without its colon.</param>
/// <param name="Line">From 1.</param>
/// <param name="Section">The headings above, joined by " / ".</param>
/// <param name="Options">The boxes, each with the text behind it.</param>
/// <param name="Where">Its place.</param>
internal sealed record MarkdownChoice(string Label, int Line, string Section, IReadOnlyList<MarkdownOption> Options, FactPlace Where);

internal sealed record MarkdownOption(string Text, bool Ticked);

internal sealed record MarkdownTable(int Line, string Section, IReadOnlyList<string> Header, IReadOnlyList<MarkdownRow> Rows, FactPlace Where);

internal sealed record MarkdownRow(int Line, IReadOnlyList<string> Cells, FactPlace Where);

internal sealed record MarkdownLink(string Text, string Target, int Line, FactPlace Where);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MarkdownFile))]
internal sealed partial class MarkdownJson : JsonSerializerContext;
