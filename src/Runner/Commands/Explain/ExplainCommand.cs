using System.CommandLine;
using System.Globalization;
using Gates.BuiltIn;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;
using Gates.Runner.Composition;

namespace Gates.Runner.Commands.Explain;

/// <summary><c>gates explain FILE:LINE</c>: which rules looked at a line, and why none fired or which did.</summary>
internal static class ExplainCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The line was explained, whatever was found.",
        Refused = "There is no such file, line or rule, or the configuration is not valid.",
        Variables = [Variable.Cache],
        Examples =
        [
            new("gates explain src/client.py:12", "Which rules of dlp-scan looked at a line, and what they made of it."),
            new("gates explain config/app.env:3 --rule stripe-secret-key", "Why one rule did not fire."),
        ],
    };

    public static Command Create()
    {
        var place = new Argument<string>("FILE:LINE") { Description = "The line, such as src/client.py:12." };
        var rule = new Option<string[]>("--rule") { Description = "Only these rules, whatever they made of the line; may be repeated." };
        var workspace = new Option<string>("--workspace") { Description = "The repository (default: the one of this folder)." };
        var config = new Option<string>("--config") { Description = "The configuration (default: .github/gates.yml, else built-in defaults)." };
        var format = FormatOption.Create();
        var command = new Verb("explain", "Say which rules of dlp-scan looked at a line, and why none fired or which did. Never shows a value.", Help)
        {
            place, rule, workspace, config, format,
        };
        command.SetAction((parsed, token) => RunAsync(
            parsed.GetValue(place)!,
            parsed.GetValue(rule) ?? [],
            (new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory), parsed.Text(config)),
            parsed.IsJson(format),
            token));
        return command;
    }

    private static async Task<int> RunAsync(
        string text, string[] rules, (DirectoryInfo Folder, string? Config) given, bool isJson, CancellationToken cancellationToken)
    {
        var job = JobEnvironment.Read(Environment.GetEnvironmentVariable);
        await using var policies = new PolicyTools(job);
        using var workspace = await Workspace.OpenAsync(given.Folder, job.Token, cancellationToken, job.IsActions);
        var place = Parse(text, given.Folder, workspace.Root);
        var explanation = await new ExplainSession(policies, TimeProvider.System).RunAsync(workspace, given.Config, place, cancellationToken);
        var known = explanation.Rules.Select(rule => rule.Rule.Id).ToList();
        if (rules.FirstOrDefault(rule => !known.Contains(rule, StringComparer.Ordinal)) is { } unknown)
        {
            throw new UsageException($"--rule {Say.Quote(unknown)} is not a rule of {GateCatalog.Rules.GateId}{Suggestion.Words(unknown, known)} `gates "
                + $"dlp rules` lists them");
        }

        var printer = new ExplainPrinter(explanation, rules);
        if (isJson)
        {
            await Console.Out.WriteLineAsync(printer.ToJson());
        }
        else
        {
            printer.Print(Console.Out);
        }

        return (int)ExitCode.Holds;
    }

    /// <summary>Relative to the folder that the user stands in, as editors and reports write it: a column behind the line is of no account.</summary>
    internal static (string Path, int Line) Parse(string text, DirectoryInfo folder, DirectoryInfo root)
    {
        var parts = text.Split(':');
        var numbers = parts.Reverse().TakeWhile(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Take(2).Count();
        if (numbers == 0 || numbers == parts.Length || int.Parse(parts[^numbers], CultureInfo.InvariantCulture) < 1)
        {
            throw new UsageException($"{Say.Quote(text)} is not a file and a line; write for example src/client.py:12");
        }

        var full = Path.GetFullPath(string.Join(':', parts[..^numbers]), folder.FullName);
        var relative = Path.GetRelativePath(root.FullName, full).Replace(Path.DirectorySeparatorChar, '/');
        return (relative, int.Parse(parts[^numbers], CultureInfo.InvariantCulture));
    }
}
