using System.Globalization;
using Gates.Attestation.Controls.Assertions.JsonPaths;
using Gates.Formats.Documents;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>When evidence was made, by what stands in it: a file's own time is only that of its copy.</summary>
internal static class EvidenceTimes
{
    /// <value>Where the usual formats say when they were made.</value>
    private static readonly JsonPath[] Usual =
    [
        .. new[]
        {
            "$.metadata.timestamp",
            "$.creationInfo.created",
            "$.runs[*].invocations[*].endTimeUtc",
            "$.started",
            "$.timestamp",
            "$.time",
            "$.date",
            "$.created",
            "$.finished",
            "$.finishedAt",
            "$.end"
        }
            .Select(text => JsonPath.TryParse(text, out var path, out _) ? path : throw new InvalidOperationException(text)),
    ];

    /// <summary>The times that a file says.</summary>
    /// <param name="context">What is looked at.</param>
    /// <param name="item">The file.</param>
    /// <param name="field">A JSONPath to them; <see langword="null"/> for where the usual formats have them.</param>
    public static IReadOnlyList<DateTimeOffset> Of(AssertionContext context, EvidenceItem item, string? field) =>
        field is null && context.JUnit().Any(one => one.Item.Path == item.Path) ? MarkupTimes(context, item) : JsonTimes(context, item, field);

    private static List<DateTimeOffset> JsonTimes(AssertionContext context, EvidenceItem item, string? where)
    {
        if (!item.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !item.Path.EndsWith(".sarif", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var root = context.Scope.Evidence.Json(item);
        IEnumerable<JsonPath> paths = where is not null && JsonPath.TryParse(where, out var field, out _) ? [field] : Usual;
        return paths.Select(path => Times(path.Find(root).Select(node => node.Text))).FirstOrDefault(times => times.Count > 0) ?? [];
    }

    private static List<DateTimeOffset> MarkupTimes(AssertionContext context, EvidenceItem item)
    {
        var root = MarkupReader.Read(context.Scope.Evidence.Text(item), item.Path, EvidenceFolder.Limits);
        return Times(root.Children.Prepend(root).Select(element => element.Attribute("timestamp") ?? ""));
    }

    /// <summary>A time without a zone is taken as UTC.</summary>
    private static List<DateTimeOffset> Times(IEnumerable<string> texts) =>
    [
        .. from text in texts
           where text.Length >= 10 && char.IsAsciiDigit(text[0])
           let time = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value : (DateTimeOffset?)null
           where time is not null
           select time.Value,
    ];
}
