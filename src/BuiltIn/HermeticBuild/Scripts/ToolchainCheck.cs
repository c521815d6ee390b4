using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds compilers and runtimes that are fetched in the newest version of a channel or a line.</summary>
internal sealed class ToolchainCheck : IScriptCheck
{
    private static readonly string[] Words =
        ["stable", "beta", "nightly", "latest", "lts", "--lts", "node", "lts/*", "current", "canary", "berry", "classic", "recommended", "default", "system"];

    // Verb, the form of its operands, and what is right. Forms: channel (only a word moves), version (a line such as 3.12 moves, too), named (tool@version),
    // pair (tool version).
    private static readonly (string Program, string Verb, string Form, string Better)[] Rows =
    [
        ("rustup", "default", "channel", "rustup default <version>"),
        ("rustup", "toolchain install", "channel", "rustup toolchain install <version>"),
        ("rustup", "update", "channel", "rustup toolchain install <version>"),
        ("rustup", "install", "channel", "rustup toolchain install <version>"),
        ("rustup-init", "", "option", "rustup-init --default-toolchain <version>"),
        ("nvm", "install", "version", "nvm install <version>"),
        ("nvm", "use", "channel", "nvm use <version>"),
        ("fnm", "install", "version", "fnm install <version>"),
        ("n", "", "version", "n <version>"),
        ("pyenv", "install", "version", "pyenv install <version>"),
        ("rbenv", "install", "version", "rbenv install <version>"),
        ("tfenv", "install", "version", "tfenv install <version>"),
        ("volta", "install", "named", "volta install <tool>@<version>"),
        ("mise", "use", "named", "mise use <tool>@<version>"),
        ("mise", "install", "named", "mise install <tool>@<version>"),
        ("asdf", "install", "pair", "asdf install <tool> <version>"),
        ("asdf", "global", "pair", "asdf global <tool> <version>"),
        ("sdk", "install", "pair", "sdk install <candidate> <version>"),
        ("ghcup", "install", "pair", "ghcup install <tool> <version>"),
        ("corepack", "prepare", "named", "corepack prepare <manager>@<version>"),
        ("corepack", "use", "named", "corepack use <manager>@<version>"),
        ("corepack", "install", "named", "corepack install -g <manager>@<version>"),
        ("yarn", "set version", "version", "yarn set version <version>"),
        ("choosenim", "", "channel", "choosenim <version>"),
        ("uv", "python install", "version", "uv python install <version>"),
    ];

    public IEnumerable<CommandFact> Inspect(Script script) => script.Calls.Select(call => Inspect(call, script)).OfType<CommandFact>();

    private static CommandFact? Inspect(Call call, Script script)
    {
        foreach (var (program, verb, form, better) in Rows.Where(row => row.Program == call.Name))
        {
            var length = call.LengthOf([verb], out var fits);
            if (fits && Open(call, length, form, script) is { } open)
            {
                var tool = $"{program} {verb}".TrimEnd();
                var moves = form == "named" && open.LastIndexOf('@') is > 0 and var at ? better.Replace("<tool>", open[..at], StringComparison.Ordinal)
                    .Replace("<manager>", open[..at], StringComparison.Ordinal) : better;
                return new CommandFact { Problem = "unpinned-toolchain", Tool = tool, Subjects = [open], Better = moves, Line = call.Line };
            }
        }

        return null;
    }

    private static string? Open(Call call, int verbLength, string form, Script script)
    {
        var operands = call.Operands.Skip(verbLength).Select(word => script.Resolve(word.Text)).ToList();
        var flagged = call.Invocation.Arguments.Select(word => word.Text).FirstOrDefault(text => text is "--lts" or "--latest" or "--stable");
        return form switch
        {
            "option" => call.ValueOf("--default-toolchain") is { } toolchain && toolchain != "none" && IsWord(toolchain) ? toolchain : null,
            "channel" => flagged ?? operands.Find(IsWord) ?? (call is { Name: "rustup", Verb: "update" } && operands.Count == 0 ? "stable" : null),
            "version" => flagged ?? operands.Find(text => IsWord(text) || IsLine(text)),
            "named" => operands.Find(text => text.LastIndexOf('@') is > 0 and var at && !IsVersion(text[(at + 1)..])),
            _ => operands.Count > 1 ? (IsWord(operands[1]) || operands[1].StartsWith("latest:", StringComparison.Ordinal) ? operands[1] : null)
                : call.Name == "sdk" && operands.Count == 1 ? operands[0] : null,
        };
    }

    private static bool IsWord(string text) => Words.Contains(text, StringComparer.Ordinal) || text.StartsWith("lts/", StringComparison.Ordinal)
        || text.StartsWith("stable-", StringComparison.Ordinal);

    /// <summary>A version with parts left out, such as 20 or 3.12.</summary>
    private static bool IsLine(string text) =>
        text.TrimStart('v') is { Length: > 0 } version && char.IsAsciiDigit(version[0]) && version.All(c => char.IsAsciiDigit(c) || c is '.' or 'x' or '*')
            && !Pins.IsExactVersion(version);

    private static bool IsVersion(string text) =>
        VersionForm.IsFilledIn(text) || (!IsWord(text) && !IsLine(text) && text.AsSpan().IndexOfAny("^~<>*") < 0)
            || text.Contains("+sha", StringComparison.Ordinal);
}
