using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Tools;

/// <summary>How one package manager is told what to fetch.</summary>
/// <param name="Names">The programs.</param>
/// <param name="Verbs">The verbs that fetch, for example <c>install</c> or <c>tool install</c>; the empty one stands for programs without verbs.</param>
/// <param name="Pinned">Whether a package as written names one version.</param>
/// <param name="Example">What a package looks like with its version; empty when the tool cannot name versions.</param>
internal sealed record PackageTool(string[] Names, string[] Verbs, Func<string, bool> Pinned, Func<string, string> Example)
{
    private static readonly string[] LocalFiles = [".whl", ".deb", ".rpm", ".apk", ".tgz", ".tar.gz", ".gem", ".nupkg", ".vsix", ".nix", ".snap"];

    /// <value>Options that give the version of all packages of the command.</value>
    public string[] VersionFlags { get; init; } = [];

    /// <value>Whether the value of such an option is one version.</value>
    public Func<string, bool> IsVersion { get; init; } = VersionForm.IsFixed;

    /// <value>Options after which packages are not fetched by name: a lock file, a folder, only a list.</value>
    public string[] OtherSources { get; init; } = [];

    /// <value>Options whose value is a package.</value>
    public string[] PackageFlags { get; init; } = [];

    /// <value>Options without which a package that names no version is what the repository has installed.</value>
    public string[] FetchFlags { get; init; } = [];

    /// <value>Options that make a fetch of the command, where it is no verb that does.</value>
    public string[] VerbFlags { get; init; } = [];

    /// <value>Which operands are packages.</value>
    public PackagePlace Place { get; init; }

    /// <value>Whether it installs the packages of a distribution or a system.</value>
    public bool IsSystem { get; init; }

    /// <value>Only packages that this holds for are looked at: the others come from the repository.</value>
    public Func<string, bool> IsRemote { get; init; } = _ => true;

    public bool Handles(Call call, out int verbLength)
    {
        verbLength = 0;
        if (!Names.Contains(call.Name, StringComparer.Ordinal) || (VerbFlags.Length > 0 && !call.Has(VerbFlags)))
        {
            return false;
        }

        verbLength = call.LengthOf(Verbs, out var fits);
        return fits;
    }

    /// <summary>The packages whose version is left open.</summary>
    /// <param name="call">The command.</param>
    /// <param name="verbLength">How many of its operands are its verb.</param>
    /// <param name="resolve">Puts the values of variables that are known into a word.</param>
    /// <param name="isInstalled">Whether the repository could have installed what is named without a version.</param>
    public IEnumerable<string> Open(Call call, int verbLength, Func<string, string> resolve, Func<bool> isInstalled)
    {
        if (call.Has(OtherSources) || (call.ValueOf(VersionFlags) is { } version && IsVersion(resolve(version))))
        {
            return [];
        }

        var isForced = FetchFlags.Length == 0 || call.Has(FetchFlags) || !isInstalled();
        return Packages(call, verbLength)
            .Where(word => IsOpen(resolve(word.Text)) && (isForced || word.Text.LastIndexOf('@') > 0))
            .Select(word => word.Text);
    }

    private IEnumerable<ShellWord> Packages(Call call, int verbLength)
    {
        var named = PackageFlags.Length == 0 ? null : call.Invocation.ValueOf(PackageFlags);
        var operands = call.Operands.Skip(verbLength);
        return named is not null ? [named] : Place switch
        {
            PackagePlace.First => operands.Take(1),
            PackagePlace.Last => operands.TakeLast(1),
            _ => operands,
        };
    }

    // A variable alone can hold anything, so nothing is said of it; a variable after a version sign is taken for a version.
    private bool IsOpen(string text) =>
        text.Length > 0 && !(IsSystem && text.Contains("://", StringComparison.Ordinal))
            && text[0] is not ('.' or '/' or '~' or '`' or '$' or '+' or '{' or '%' or '<') && !IsLocalFile(text) && IsRemote(text)
            && !Pinned(text);

    private static bool IsLocalFile(string text) =>
        !text.Contains("://", StringComparison.Ordinal) && LocalFiles.Any(ending => text.EndsWith(ending, StringComparison.Ordinal));
}

/// <summary>Which operands of a command are packages: those of tools that run one are given on to it.</summary>
internal enum PackagePlace
{
    All,
    First,
    Last,
}
