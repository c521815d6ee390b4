using System.CommandLine;
using Gates.BuiltIn;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Runner.Commands.Redact;

/// <summary><c>gates redact</c>: takes secrets and personal data out of a stream, or measures somebody else's redactor.</summary>
internal static class RedactCommand
{
    private const double DefaultShare = 95;

    private static VerbHelp Help { get; } = new()
    {
        Holds = "The stream was redacted to its end; with --with: enough values of every rule are gone.",
        Fails = "With --with: more values came through than --at-least allows.",
        CouldNotEvaluate = "The input could not be searched to its end, or the redactor failed.",
        Examples =
        [
            new("gates redact <app.log >clean.log", "A log without the values in it; a stream is passed on line by line."),
            new("gates redact --as jsonl <traces.json >clean.json", "JSON lines, OTLP's among them, that stay JSON."),
            new("gates redact --with 'node tools/redact.js' samples/*.log", "How many of the values in samples your own redactor takes out."),
        ],
    };

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "With --with: the samples.", Arity = ArgumentArity.ZeroOrMore };
        var kind = new Option<string>("--as") { Description = "text, or jsonl for one JSON document a line (default: text)." };
        kind.AcceptOnlyFromAmong("text", "jsonl");
        var keep = new Option<string[]>("--keep") { Description = "A rule whose values stay; may be given more than once." };
        var with = new Option<string>("--with") { Description = "A redactor to measure: a shell command that reads a sample and writes what is left of it." };
        var share = new Option<double>("--at-least")
        {
            Description = "With --with: the least share of each rule's values that must be gone, in per cent.",
            DefaultValueFactory = _ => DefaultShare
        };
        var command = new Verb("redact", "Take secrets and personal data out of standard input, or measure a redactor.", Help)
        {
            files, kind, keep, with, share,
        };
        command.SetAction((parsed, token) =>
        {
            var samples = parsed.GetValue(files) ?? [];
            return parsed.Text(with) is { } program
                ? RedactionMeasure.RunAsync(new FilterProgram(program, TimeSpan.FromMinutes(1)), samples, parsed.GetValue(share), token)
                : samples.Length > 0
                    ? throw new UsageException("files are samples for --with; to redact one, write `gates redact <FILE`")
                    : RunAsync(parsed.Text(kind) == "jsonl", Kept(parsed.GetValue(keep) ?? []), token);
        });
        return command;
    }

    private static string[] Kept(string[] rules)
    {
        var known = GateCatalog.SecretRules;
        return Array.Find(rules, rule => !known.Contains(rule, StringComparer.Ordinal)) is { } unknown
            ? throw new UsageException($"--keep {unknown}: no such rule{Suggestion.Words(unknown, known)} `gates dlp rules` lists them")
            : rules;
    }

    private static async Task<int> RunAsync(bool isJson, IReadOnlyCollection<string> kept, CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        var redactor = new TextRedactor(GateCatalog.Secrets(TimeProvider.System, cancellationToken), kept);
        var json = new JsonLines(redactor);
        await (isJson ? json.RunAsync(input, output, cancellationToken) : new TextStream(redactor).RunAsync(input, output, cancellationToken));
        if (json.OtherLines > 0)
        {
            await Console.Error.WriteLineAsync(FormattableString.Invariant($"gates: {json.OtherLines} lines are no JSON and were redacted as text"));
        }

        var all = string.Join(", ", redactor.Counts.Select(rule => FormattableString.Invariant($"{rule.Value} {rule.Key}")));
        await Console.Error.WriteLineAsync($"gates: redacted {(all.Length == 0 ? "nothing" : all)}");
        return (int)ExitCode.Holds;
    }
}
