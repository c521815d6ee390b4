using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.BuiltIn.RedactionCoverage;

/// <summary>Measures a redactor: which of the values that dlp-scan finds in samples are still in what it made of them.</summary>
internal sealed class RedactionCoverageGate : IGate
{
    public const string EvidenceKind = "redaction-coverage/v1";

    private const int MaxSamples = 1_000;
    private const int MaxBytes = 64_000_000;
    private const int MaxLeaks = 200;
    private readonly RedactionCoverageOptions options;
    private readonly Func<CancellationToken, ISecretFinder> finder;
    private readonly PathFilter before;
    private readonly PathFilter critical;

    /// <exception cref="UsageException">An option is not valid.</exception>
    public RedactionCoverageGate(RedactionCoverageOptions options, IReadOnlyList<string> knownRules, Func<CancellationToken, ISecretFinder> finder)
    {
        (this.options, this.finder) = (options, finder);
        (before, critical) = (PathFilter.Of(options.Before), PathFilter.Of(options.Critical));
        if (!options.After.Contains("{path}", StringComparison.Ordinal) && !options.After.Contains("{name}", StringComparison.Ordinal))
        {
            throw new UsageException(
                $"redaction-coverage: `after` is {Say.Quote(options.After)}; it needs {{path}} or {{name}}, or all samples would have one output");
        }

        if (options.Rules.FirstOrDefault(rule => !knownRules.Contains(rule, StringComparer.Ordinal)) is { } unknown)
        {
            throw new UsageException($"redaction-coverage: `rules` names {Say.Quote(unknown)}, which is no rule of dlp-scan; `gates dlp rules` lists them");
        }
    }

    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        Task.Run(() => Inspect(context, cancellationToken), cancellationToken);

    private Evidence Inspect(GateContext context, CancellationToken cancellationToken)
    {
        if (context.Needs is null)
        {
            throw new EvaluationException("what a redactor made is of one run, and the base commit was not run");
        }

        var tree = context.Tree.WithIgnored;
        var samples = tree.AllFiles.Where(file => before.Includes(file.Path) && !IsOutput(file.Path)).ToArray();
        if (samples.Length == 0)
        {
            throw new EvaluationException($"no file matches `before`: {string.Join(", ", options.Before)}") { IsMissingInput = true };
        }

        if (samples.Length > MaxSamples)
        {
            throw new EvaluationException(FormattableString.Invariant($"{samples.Length} files match `before`; at most {MaxSamples} can be compared"));
        }

        var comparer = new SampleComparer(finder(cancellationToken), options.Rules);
        var compared = new List<(SampleFact Sample, IReadOnlyList<ComparedValue> Values)>();
        foreach (var sample in samples)
        {
            cancellationToken.ThrowIfCancellationRequested();
            context.Coverage.Saw(sample.Path);
            compared.Add(Compare(tree, sample, comparer));
        }

        return new Evidence(EvidenceKind, JsonSerializer.SerializeToElement(Facts(compared), RedactionFactsJson.Default.RedactionFacts));
    }

    /// <summary>Whether a sample that no glob names is what became of another.</summary>
    private bool IsOutput(string path) => options.Before.All(glob => !glob.StartsWith(path, StringComparison.Ordinal))
        && options.After.IndexOf('{', StringComparison.Ordinal) is var hole and > 0 && path.StartsWith(options.After[..hole], StringComparison.Ordinal);

    private (SampleFact, IReadOnlyList<ComparedValue>) Compare(ISourceTree tree, SourceFile sample, SampleComparer comparer)
    {
        var after = options.After
            .Replace("{path}", sample.Path, StringComparison.Ordinal)
            .Replace("{name}", sample.Path[(sample.Path.LastIndexOf('/') + 1)..], StringComparison.Ordinal);
        var isCritical = critical.Includes(sample.Path);
        if (tree.AllFiles.FirstOrDefault(file => file.Path == after) is not { } output)
        {
            return (new SampleFact(sample.Path, after, isCritical, "missing"), []);
        }

        var (input, made) = (Read(tree, sample), Read(tree, output));
        var state = made.Length == 0 && input.Length > 0 ? "empty" : made.AsSpan().SequenceEqual(input) ? "same" : "read";
        return (new SampleFact(sample.Path, after, isCritical, state), state == "empty" ? [] : comparer.Compare(sample.Path, input, made));
    }

    private static byte[] Read(ISourceTree tree, SourceFile file)
    {
        using var stream = tree.Open(file.Path);
        return BoundedBytes.Read(stream, MaxBytes)
            ?? throw new EvaluationException(FormattableString.Invariant($"{file.Path} has more than {MaxBytes} bytes; split the sample"));
    }

    private static RedactionFacts Facts(IReadOnlyList<(SampleFact Sample, IReadOnlyList<ComparedValue> Values)> compared)
    {
        var values = compared.SelectMany(one => one.Values.Select(value => (one.Sample, Value: value))).ToArray();
        var leaks = values.Where(one => one.Value.Leaked).ToArray();
        return new RedactionFacts
        {
            Samples = [.. compared.Select(one => one.Sample)],
            Rules =
            [
                .. values.GroupBy(one => (one.Value.Rule, one.Sample.Critical)).OrderBy(group => group.Key.Rule, StringComparer.Ordinal)
                    .ThenByDescending(group => group.Key.Critical).Select(group => new RuleFact(
                        group.Key.Rule,
                        group.Key.Critical,
                        group.Count(),
                        group.Count(one => !one.Value.Leaked),
                        group.Count(one => one.Value.Leaked))),
            ],
            Leaks = [.. leaks.OrderByDescending(one => one.Sample.Critical).Take(MaxLeaks)
                .Select(one => new LeakFact(one.Value.Rule, one.Sample.Path, one.Value.Line, one.Sample.Critical))],
            LeakCount = leaks.Length,
        };
    }
}
