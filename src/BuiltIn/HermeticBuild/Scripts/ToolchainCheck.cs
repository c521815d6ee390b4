using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds compilers and runtimes that are fetched in the newest version of a channel.</summary>
internal sealed class ToolchainCheck : IScriptCheck
{
    private static readonly string[] Channels = ["stable", "beta", "nightly", "latest", "lts", "--lts", "node", "lts/*", "current"];

    public IEnumerable<CommandFact> Inspect(Script script) => script.Invocations.Select(Inspect).OfType<CommandFact>();

    private static CommandFact? Inspect(Invocation invocation)
    {
        var words = invocation.Arguments.Select(argument => argument.Text).ToArray();
        return (invocation.Name, words) switch
        {
            ("rustup", ["update"]) => Fact(invocation, "rustup update", "stable", "rustup toolchain install <version>"),
            ("rustup", ["default", var channel, ..]) => Channel(invocation, "rustup default", channel, "rustup default <version>"),
            ("rustup", ["update" or "install", .., var channel]) => Channel(invocation, "rustup " + words[0], channel, "rustup toolchain install <version>"),
            ("rustup", ["toolchain", "install", ..]) => Any(invocation, "rustup toolchain install", words, "rustup toolchain install <version>"),
            ("nvm" or "fnm" or "volta", ["install", ..]) => Any(invocation, invocation.Name + " install", words, invocation.Name + " install <version>"),
            ("corepack", ["prepare" or "use"
                or "install", ..]) when words.FirstOrDefault(word => word.EndsWith("@latest", StringComparison.Ordinal)
                    || word.EndsWith("@stable", StringComparison.Ordinal)) is { } tool =>
                Fact(invocation, "corepack " + words[0], tool, $"corepack {words[0]} {tool[..tool.LastIndexOf('@')]}@<version>"),
            _ => null,
        };
    }

    private static CommandFact? Any(Invocation invocation, string tool, string[] words, string better) =>
        words.FirstOrDefault(word => Channels.Contains(word, StringComparer.Ordinal)) is { } channel ? Fact(invocation, tool, channel, better) : null;

    private static CommandFact? Channel(Invocation invocation, string tool, string channel, string better) =>
        Channels.Contains(channel, StringComparer.Ordinal) ? Fact(invocation, tool, channel, better) : null;

    private static CommandFact Fact(Invocation invocation, string tool, string channel, string better) =>
        new() { Problem = "unpinned-toolchain", Tool = tool, Subjects = [channel], Better = better, Line = invocation.Line };
}
