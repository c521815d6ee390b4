using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds repositories that are cloned at whatever commit a branch or tag names that day.</summary>
internal sealed class CloneCheck : IScriptCheck
{
    private static readonly string[] Valued = [
        "-b",
        "--branch",
        "--depth",
        "-c",
        "--config",
        "-C",
        "-o",
        "--origin",
        "-j",
        "--jobs",
        "--filter",
        "--reference",
        "--shallow-since"
    ];

    public IEnumerable<CommandFact> Inspect(Script script)
    {
        var fixedLater = script.Invocations.Any(NamesCommit);
        return from invocation in script.Invocations
               where invocation.Name == "git" && !fixedLater && !invocation.Has("--revision")
               let source = Source(invocation)
               where source is not null
               select new CommandFact { Problem = "unpinned-clone", Tool = "git clone", Subjects = [Address.Show(source)], Line = invocation.Line };
    }

    private static string? Source(Invocation git)
    {
        var cloning = false;
        for (var i = 0; i < git.Arguments.Count; i++)
        {
            var word = git.Arguments[i];
            if (Valued.Contains(word.Text, StringComparer.Ordinal))
            {
                i++;
            }
            else if (word.IsFlag)
            {
                continue;
            }
            else if (cloning)
            {
                return (Address.IsRemote(word.Text) || word.Text.StartsWith("git@", StringComparison.Ordinal)) && !word.Text.StartsWith('$') ? word.Text : null;
            }
            else if (word.Text != "clone")
            {
                return null;
            }
            else
            {
                cloning = true;
            }
        }

        return null;
    }

    // git checkout <commit>, git reset --hard <commit>, git fetch origin <commit>; a variable is taken for a commit.
    private static bool NamesCommit(Invocation invocation) =>
        invocation.Name == "git" && invocation.Operands.Any(operand => operand.Text is "checkout" or "reset" or "fetch" or "switch") &&
        invocation.Operands.Any(operand => Pins.IsCommit(operand.Text) || operand.Text.StartsWith('$'));
}
