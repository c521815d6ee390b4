using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.Formats.Dockerfiles;

/// <summary>Groups instructions into stages.</summary>
internal static partial class StageReader
{
    /// <exception cref="DocumentException">An instruction before the first <c>FROM</c>, a malformed <c>FROM</c>, or no stage at all.</exception>
    public static (IReadOnlyList<DockerfileArg> Globals, IReadOnlyList<DockerfileStage> Stages) Read(
        IReadOnlyList<DockerfileInstruction> instructions,
        string path)
    {
        var globals = new List<DockerfileArg>();
        var stages = new List<DockerfileStage>();
        var body = new List<DockerfileInstruction>();
        foreach (var instruction in instructions)
        {
            if (instruction.Name == "FROM")
            {
                body = [];
                stages.Add(ReadStage(instruction, stages.Count, body, path));
            }
            else if (stages.Count > 0)
            {
                body.Add(instruction);
            }
            else if (instruction.Name == "ARG")
            {
                globals.AddRange(DockerfileArg.Of(instruction));
            }
            else
            {
                throw Fail(instruction, path, $"{instruction.Name} stands before the first FROM; only ARG may");
            }
        }

        return stages.Count > 0
            ? (globals, stages)
            : throw new DocumentException(path, 1, 1, "there is no FROM instruction, so nothing can be built from this file");
    }

    private static DockerfileStage ReadStage(DockerfileInstruction from, int index, List<DockerfileInstruction> body, string path)
    {
        var arguments = from.Arguments;
        string? name = null;
        if (arguments.Count == 3 && arguments[1].Equals("as", StringComparison.OrdinalIgnoreCase))
        {
            name = arguments[2].ToLowerInvariant();
            if (!StageName().IsMatch(name))
            {
                throw Fail(from, path, $"\"{arguments[2]}\" is not a stage name; it starts with a letter and goes on with letters, digits, '-', '_' or '.'");
            }
        }
        else if (arguments.Count != 1)
        {
            throw Fail(from, path, "FROM takes an image, or an image, AS and a name");
        }

        if (from.Flags.FirstOrDefault(flag => flag.Name != "platform" || flag.Value is null) is { } flag)
        {
            throw Fail(from, path, $"--{flag.Name} is not a flag of FROM; valid: --platform=VALUE");
        }

        if (from.Flags.Count > 1)
        {
            throw Fail(from, path, "--platform stands twice; keep one");
        }

        return new DockerfileStage(index, name, arguments[0], from.Flag("platform") is { Length: > 0 } platform ? platform : null, from, body);
    }

    private static DocumentException Fail(DockerfileInstruction at, string path, string reason) => new(path, at.Line, at.Column, reason);

    [GeneratedRegex("^[a-z][a-z0-9-_.]*\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StageName();
}
