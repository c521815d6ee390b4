using Gates.BuiltIn.HermeticBuild.Tools;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>The places of a script where the commit of a clone is settled, each with the folder it is said of.</summary>
internal sealed class CloneCommits
{
    private static readonly string[] Fixing = ["checkout", "reset", "fetch", "switch", "update"];

    // A folder that the script does not tell fits every clone.
    private const string Unknown = "?";

    private readonly List<(int Place, string Folder)> found = [];
    private readonly List<string> folders = [];

    public static CloneCommits Of(Script script)
    {
        var commits = new CloneCommits();
        var folder = "";
        foreach (var (pipeline, index) in script.Pipelines.Select((pipeline, index) => (pipeline, index)))
        {
            var isPassedOver = pipeline.End == "||" && index + 1 < script.Pipelines.Count
                && script.Pipelines[index + 1].Commands[0].Words is [{ Text: "true" or ":" or "echo" or "printf" }, ..];
            foreach (var call in pipeline.Commands.Select(Invocation.From).OfType<Invocation>().Select(Call.From))
            {
                folder = call.Name is "cd" or "pushd" ? Entered(call) : call.Name is "popd" ? Unknown : folder;
                if (!isPassedOver)
                {
                    commits.Note(call, folder, script);
                }

                commits.folders.Add(folder);
            }
        }

        return commits;
    }

    /// <summary>Whether one of them, after the clone, is about its folder.</summary>
    /// <param name="clone">The clone.</param>
    /// <param name="place">Its place among the script's calls.</param>
    public bool Fix(Call clone, int place)
    {
        var name = FolderOf(clone);
        var own = name is "." ? folders[place] : LastPart(name);
        return found.Exists(at => at.Place > place && (at.Folder is Unknown || own is Unknown || at.Folder == own));
    }

    private void Note(Call call, string folder, Script script)
    {
        if (IsFixing(call, script))
        {
            found.Add((folders.Count, FolderIn(call, folder)));
        }
        else if (call.Name is "[" or "[[" or "test" && call.Operands.Any(word => Pins.IsCommit(script.Resolve(word.Text))) && IsComparison(call))
        {
            // test "$(git -C lib rev-parse HEAD)" = <commit>
            var asked = call.Operands.SelectMany(word => ShellWalker.All(word.Nested)).SelectMany(pipeline => pipeline.Commands)
                .Select(Invocation.From).OfType<Invocation>().Select(Call.From).FirstOrDefault(inner => inner is { Name: "git", Verb: "rev-parse" });
            if (asked is not null)
            {
                found.Add((folders.Count, FolderIn(asked, folder)));
            }
        }
    }

    private static bool IsComparison(Call call) => call.Operands.Any(word => word.Text is "=" or "==");

    // git checkout <commit>, git reset --hard <commit>, git fetch origin <commit>; a variable is taken for a commit.
    private static bool IsFixing(Call call, Script script) =>
        call.Name is "git" or "hg" && Fixing.Contains(call.Verb, StringComparer.Ordinal) &&
        call.Operands.Any(operand => Pins.IsCommit(script.Resolve(operand.Text)) || operand.Text.StartsWith('$'));

    private static string FolderIn(Call call, string folder) =>
        call.ValueOf("-C", "--git-dir", "-R", "--repository", "--cwd") is { } named ? LastPart(named) : folder;

    private static string Entered(Call call) => call.Operands.Count == 0 ? Unknown : LastPart(call.Operands[0].Text);

    private static string FolderOf(Call clone)
    {
        var operands = clone.Operands.Skip(clone.Name is "gh" ? 2 : 1).Select(word => word.Text).ToList();
        if (operands.Count != 1)
        {
            return operands.Count > 1 ? operands[1] : Unknown;
        }

        var name = operands[0].TrimEnd('/');
        return name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name;
    }

    private static string LastPart(string path)
    {
        var whole = path.TrimEnd('/');
        whole = whole.EndsWith("/.git", StringComparison.Ordinal) ? whole[..^5] : whole;
        var name = whole[(whole.LastIndexOfAny(['/', ':']) + 1)..];
        return name is "" or ".." or "-" || name.Contains('$', StringComparison.Ordinal) || name.Contains('`', StringComparison.Ordinal) ? Unknown : name;
    }
}
