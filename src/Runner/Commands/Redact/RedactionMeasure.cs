using System.Globalization;
using Gates.BuiltIn;
using Gates.Doors.Processes;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline;

namespace Gates.Runner.Commands.Redact;

/// <summary>Runs a redactor over samples and says, rule by rule, what came through.</summary>
internal static class RedactionMeasure
{
    /// <exception cref="UsageException">There are no samples, or one cannot be read.</exception>
    public static async Task<int> RunAsync(FilterProgram program, IReadOnlyList<string> samples, double atLeast, CancellationToken cancellationToken)
    {
        if (samples.Count == 0)
        {
            throw new UsageException("--with needs samples: `gates redact --with COMMAND FILE...`");
        }

        if (atLeast is not (>= 1 and <= 100))
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--at-least {atLeast}: a share in per cent, from 1 to 100"));
        }

        var comparer = new SampleComparer(GateCatalog.Secrets(TimeProvider.System, cancellationToken), []);
        var values = new List<ComparedValue>();
        foreach (var sample in samples)
        {
            var file = new FileInfo(sample);
            if (!file.Exists)
            {
                throw new UsageException($"{Say.Quote(sample)} is not a file");
            }

            var before = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            var after = await program.RunAsync(file, cancellationToken);
            if (after.Length == 0 && before.Length > 0)
            {
                throw new EvaluationException($"the redactor wrote nothing for {sample}, so nothing was measured");
            }

            values.AddRange(comparer.Compare(sample, before, after));
        }

        return (int)Print(values, atLeast);
    }

    private static ExitCode Print(IReadOnlyList<ComparedValue> values, double atLeast)
    {
        if (values.Count == 0)
        {
            throw new EvaluationException("no rule finds a value in the samples, so nothing was measured; put made-up people and secrets into them");
        }

        var rules = values.GroupBy(value => value.Rule, StringComparer.Ordinal).OrderBy(rule => rule.Key, StringComparer.Ordinal).ToArray();
        var width = rules.Max(rule => rule.Key.Length);
        Console.Out.WriteLine($"{"rule".PadRight(width)}  detected  redacted  leaked");
        var failed = 0;
        foreach (var rule in rules)
        {
            var (all, leaked) = (rule.Count(), rule.Count(value => value.Leaked));
            var isBelow = 100.0 * (all - leaked) / all < atLeast;
            failed += isBelow ? 1 : 0;
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{rule.Key.PadRight(width)}  {all,8}  {all - leaked,8}  {leaked,6}{(isBelow ? "  below the target" : "")}"));
        }

        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(failed == 0 ? "PASSED" : "FAILED")}: {failed} of {rules.Length} rules below {atLeast} %"));
        return failed == 0 ? ExitCode.Holds : ExitCode.Fails;
    }
}
