using System.CommandLine;

namespace Gates.Runner.Commands.Dlp;

/// <summary><c>gates dlp</c>: the rules for secrets and personal data, without a run.</summary>
internal static class DlpCommand
{
    private static VerbHelp RulesHelp { get; } = new()
    {
        Holds = "The rules were listed.",
        Refused = "The repository's own rules are not valid.",
        Examples =
        [
            new("gates dlp rules", "Every rule, the shipped ones and those of .github/gates-dlp.yml."),
            new("gates dlp rules stripe payment", "Those whose id, title, category, severity or provider has one of the words."),
        ],
    };

    private static VerbHelp ScanHelp { get; } = new()
    {
        Holds = "Nothing was found that blocks.",
        Fails = "Something was found that blocks: a finding that is an error.",
        Refused = "There is no such file, or the configuration is not valid.",
        CouldNotEvaluate = "A file could not be read to its end, so nothing is known of the rest.",
        Examples =
        [
            new("gates dlp scan", "Every file of this folder, also those that git ignores."),
            new("gates dlp scan - --stdin-name shop.sql", "An export that comes through a pipe, before it leaves."),
            new("gates dlp scan exports/2026-11 --format json > found.json", "A backfill, for a program."),
        ],
    };

    public static Command Create() => new("dlp", "Rules for secrets and personal data: list them, and scan files without a run.") { Rules(), Scan() };

    private static Verb Rules()
    {
        var words = new Argument<string[]>("WORD") { Description = "Only rules that have one of these words.", Arity = ArgumentArity.ZeroOrMore };
        var workspace = new Option<string>("--workspace") { Description = "The repository (default: the one of this folder)." };
        var format = FormatOption.Create();
        var command = new Verb("rules", "List the rules of dlp-scan and the repository's own.", RulesHelp) { words, workspace, format };
        command.SetAction((parsed, token) => RulesList.RunAsync(
            new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory), parsed.GetValue(words) ?? [], parsed.IsJson(format), token));
        return command;
    }

    private static Verb Scan()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files or folders, or - for standard input (default: this folder).",
            Arity = ArgumentArity.ZeroOrMore
        };
        var name = new Option<string>("--stdin-name")
        {
            Description = "What standard input counts as, such as orders.csv: some rules are meant for some "
            + "files (default: stdin)."
        };
        var workspace = new Option<string>("--workspace")
        {
            Description = "The repository whose configuration and own rules apply (default: the one of "
            + "this folder)."
        };
        var config = new Option<string>("--config")
        {
            Description = "The configuration, of which `rules` and `allow` apply (default: .github/gates.yml, "
            + "else built-in defaults)."
        };
        var format = FormatOption.Create();
        var command = new Verb("scan", "Look for secrets and personal data in any files, exports or standard input. Never shows a value.", ScanHelp)
        {
            paths, name, workspace, config, format,
        };
        command.SetAction((parsed, token) => ScanSession.RunAsync(
            new ScanRequest
            {
                Folder = new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory),
                Config = parsed.Text(config),
                Paths = parsed.GetValue(paths) is { Length: > 0 } given ? given : ["."],
                StdinName = parsed.Text(name) ?? "stdin",
                IsJson = parsed.IsJson(format),
            },
            token));
        return command;
    }
}
