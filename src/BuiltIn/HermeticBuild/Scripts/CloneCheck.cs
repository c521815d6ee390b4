using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds repositories that are cloned at whatever commit a branch or tag names that day.</summary>
internal sealed class CloneCheck : IScriptCheck
{
    public IEnumerable<CommandFact> Inspect(Script script)
    {
        var commits = CloneCommits.Of(script);
        for (var i = 0; i < script.Calls.Count; i++)
        {
            var call = script.Calls[i];
            if (Moving(call) is { } moving)
            {
                yield return moving;
            }
            else if (!commits.Fix(call, i) && Source(call) is { } source && !call.Has("--revision"))
            {
                yield return new CommandFact
                {
                    Problem = "unpinned-clone",
                    Tool = call.Name + " clone",
                    Subjects = [Address.Show(source)],
                    Line = call.Line,
                };
            }
        }
    }

    // The commit that the repository records is passed over.
    private static CommandFact? Moving(Call call) =>
        call is { Name: "git", Verb: "submodule" } && call.Operands.Any(operand => operand.Text == "update") && call.Has("--remote")
            ? new CommandFact
            {
                Problem = "unpinned-clone",
                Tool = "git submodule update",
                Subjects = ["--remote"],
                Better = "git submodule update --init",
                Line = call.Line,
            }
            : null;

    private static string? Source(Call call) => (call.Name, call.Operands) switch
    {
        ("git", [{ Text: "clone" }, var source, ..]) when IsElsewhere(source.Text) => source.Text,
        ("hg", [{ Text: "clone" }, var source, ..]) when IsElsewhere(source.Text) && !call.Has("-r", "--rev", "-u", "--updaterev") => source.Text,
        ("gh", [{ Text: "repo" }, { Text: "clone" }, var source, ..]) when !source.Text.StartsWith('$') => source.Text,
        _ => null,
    };

    private static bool IsElsewhere(string text) =>
        (Address.IsRemote(text) || text.StartsWith("git@", StringComparison.Ordinal)) && !text.StartsWith('$');
}
