using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>Evidence is not older than so many days, by the time that stands in it: a file's own time is only that of its copy.</summary>
internal sealed class MaxAge : Assertion
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

    /// <value>Clocks differ.</value>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    [Option("The most days between the evidence and the attestation.", Required = true, Min = 1, Max = 3650)]
    public int Days { get; set; } = 1;

    [Option("A JSONPath to the time, such as $.drill.finished. Default: where CycloneDX, SPDX, SARIF and JUnit have it, else `timestamp`, `time`, `date`, `created` or `finished`.")]
    public string? Field { get; set; }

    public override IEnumerable<(string Key, string Message)> Problems() =>
        Field is not null && !JsonPath.TryParse(Field, out _, out var problem) ? [("field", problem)] : [];

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var junit = Field is null ? context.JUnit().ToDictionary(one => one.Item.Path, one => one.Item, StringComparer.Ordinal) : [];
        var complaints = new List<string>();
        var oldest = TimeSpan.MinValue;
        foreach (var item in context.Items)
        {
            var times = junit.ContainsKey(item.Path) ? MarkupTimes(context, item) : JsonTimes(context, item);
            if (times.Count == 0)
            {
                complaints.Add($"{item.Path} does not say when it was made{(Field is null ? "; name the place with `field`" : $" at {Field}")}");
                continue;
            }

            var age = context.Scope.Now - times.Min();
            oldest = age > oldest ? age : oldest;
            if (age.TotalDays > Days)
            {
                complaints.Add(FormattableString.Invariant($"{item.Path} is {Counted.Of((int)age.TotalDays, "day")} old; at most {Days} may be"));
            }
            else if (age < -Tolerance)
            {
                complaints.Add(FormattableString.Invariant($"{item.Path} is from the future: {times.Min():yyyy-MM-dd'T'HH:mm:ssK}"));
            }
        }

        return AssertionFinding.From(
            complaints,
            FormattableString.Invariant($"the oldest evidence is {Counted.Of(Math.Max(0, (int)oldest.TotalDays), "day")} old; at most {Days} may be"));
    }

    private List<DateTimeOffset> JsonTimes(AssertionContext context, EvidenceItem item)
    {
        if (!item.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !item.Path.EndsWith(".sarif", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var root = context.Scope.Evidence.Json(item);
        IEnumerable<JsonPath> paths = Field is not null && JsonPath.TryParse(Field, out var field, out _) ? [field] : Usual;
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
