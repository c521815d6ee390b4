using Gates.Attestation.Controls.Assertions.JsonPaths;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>Evidence is not older than so many days, by the time that stands in it: a file's own time is only that of its copy.</summary>
internal sealed class MaxAge : Assertion
{
    /// <value>Clocks differ.</value>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string Newest = "newest";

    [Option("The most days between the evidence and the attestation.", Required = true, Min = 1, Max = 3650)]
    public int Days { get; set; } = 1;

    [Option("A JSONPath to the time, such as $.drill.finished. Default: where CycloneDX, SPDX, SARIF and JUnit have it, else `timestamp`, `time`, `date`, "
        + "`created` or `finished`.")]
    public string? Field { get; set; }

    [Option(
        "Which of several files must not be older: the oldest, so all of them, or the newest, where a folder keeps its history.",
        OneOf = ["oldest", Newest])]
    public string Of { get; set; } = "oldest";

    public override IEnumerable<(string Key, string Message)> Problems() =>
        Field is not null && !JsonPath.TryParse(Field, out _, out var problem) ? [("field", problem)] : [];

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var complaints = new List<string>();
        var ages = new List<(EvidenceItem Item, TimeSpan Age)>();
        foreach (var item in context.Items)
        {
            var times = EvidenceTimes.Of(context, item, Field);
            if (times.Count == 0)
            {
                complaints.Add($"{item.Path} does not say when it was made{(Field is null ? "; name the place with `field`" : $" at {Field}")}");
                continue;
            }

            var age = context.Scope.Now - times.Min();
            ages.Add((item, age));
            if (age < -Tolerance)
            {
                complaints.Add(FormattableString.Invariant($"{item.Path} is from the future: {times.Min():yyyy-MM-dd'T'HH:mm:ssK}"));
            }
        }

        var asked = Of == Newest && ages.Count > 0 ? [ages.MinBy(one => one.Age)] : ages;
        complaints.AddRange(asked.Where(one => one.Age.TotalDays > Days).Select(one => FormattableString.Invariant(
            $"{one.Item.Path}{(Of == Newest ? ", the newest," : "")} is {Counted.Of((int)one.Age.TotalDays, "day")} old; at most {Days} may be")));
        var measured = asked.Count == 0 ? 0 : Math.Max(0, (int)asked.Max(one => one.Age).TotalDays);
        return AssertionFinding.From(
            complaints,
            FormattableString.Invariant($"the {Of} evidence is {Counted.Of(measured, "day")} old; at most {Days} may be"));
    }
}
