using System.Text.RegularExpressions;

namespace Gates.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>The usual ways in which a script says where it stands, and where its repository is, replaced by these before its words are split.</summary>
internal static partial class ScriptPlaces
{
    private const string Name = @"\$(?:BASH_SOURCE|0|\{(?:BASH_SOURCE(?:\[0\])?|0)\})";

    private const string Real = @"\$\([ \t]*(?:readlink[ \t]+-f|realpath)[ \t]+(?:--[ \t]+)?""?" + Name + @"""?[ \t]*\)";

    private const string Dirname = @"[ \t]*dirname[ \t]+(?:--[ \t]+)?""?(?:" + Name + "|" + Real + @")""?[ \t]*";

    private static readonly string[] RootCalls = ["$(Build.SourcesDirectory)", "$(System.DefaultWorkingDirectory)"];

    /// <param name="script">The script.</param>
    /// <param name="folder">Its own folder, relative to the repository's; <see langword="null"/> when no file is run as one.</param>
    public static string Replace(string script, string? folder)
    {
        if (!script.Contains('$', StringComparison.Ordinal) && !script.Contains('`', StringComparison.Ordinal))
        {
            return script;
        }

        var known = RootCalls.Aggregate(Repository().Replace(script, ScriptVariables.Root), (text, call) =>
            text.Replace(call, ScriptVariables.Root, StringComparison.Ordinal));
        if (folder is not null && Plain().IsMatch(folder))
        {
            known = Own().Replace(known, folder.Length == 0 ? ScriptVariables.Root : ScriptVariables.Root + "/" + folder);
        }

        // cd there && pwd is there.
        return Here().Replace(Printed().Replace(known, "${to}"), ".");
    }

    [GeneratedRegex(@"^[\w./@+-]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"\$\([ \t]*git[ \t]+rev-parse[ \t]+--show-toplevel[ \t]*(?:2>[ \t]*/dev/null[ \t]*)?(?:\|\|[ \t]*(?:pwd|echo[ \t]+\.)[ \t]*)?\)"
            + @"|`[ \t]*git[ \t]+rev-parse[ \t]+--show-toplevel[ \t]*`",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Repository();

    [GeneratedRegex(
        @"\$\(" + Dirname + @"\)|`" + Dirname + @"`|\$\{(?:BASH_SOURCE(?:\[0\])?|0)%/\*\}|\$\{0:A:h\}|\$PSScriptRoot\b|\$\{PSScriptRoot\}",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Own();

    [GeneratedRegex(
        @"\$\([ \t]*(?:CDPATH=(?:''|"""")?[ \t]*)?cd[ \t]+(?:-P[ \t]+)?(?:--[ \t]+)?""?(?<to>[^\s""$`();&|<>]+)""?"
            + @"[ \t]*(?:&?>[ \t]*/dev/null[ \t]*)?(?:2>[ \t]*(?:/dev/null|&1)[ \t]*)?(?:&&|;)[ \t]*pwd(?:[ \t]+-[PL])?[ \t]*\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Printed();

    [GeneratedRegex(@"\$\([ \t]*pwd(?:[ \t]+-[PL])?[ \t]*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Here();
}
