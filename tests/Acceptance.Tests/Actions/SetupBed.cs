using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Support;

namespace Acceptance.Tests.Actions;

/// <summary>A copy of <c>actions/setup</c> whose table knows a release, an https server that has it, and a runner's folders.</summary>
[SupportedOSPlatform("linux")]
internal sealed partial class SetupBed : IDisposable
{
    public const string Archive = "gates-1.4.0-linux-x64.tar.gz";
    public const string Secret = "ghs_secretOfTheJob";

    private readonly TlsFront tls;

    public SetupBed()
    {
        tls = new TlsFront(Server.Address);
        foreach (var file in new[] { "action.yml", "install.sh", "releases.txt" })
        {
            Folder.Write($"action/{file}", File.ReadAllText(Repository.Combine("actions/setup", file)));
        }

        Release("1.4.0", Pack("gates", "LICENSE", "libsodium.so"));
    }

    public TempFolder Folder { get; } = new();

    public ReleaseServer Server { get; } = new();

    /// <value>The server's, by https.</value>
    public string Address => tls.Address;

    public void Dispose()
    {
        tls.Dispose();
        Server.Dispose();
        Folder.Dispose();
    }

    /// <summary>Runs the action's own step.</summary>
    public ProgramOutput Install(params (string Name, string Value)[] variables)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = Folder.Path,
            ["GITHUB_ACTION_PATH"] = Path.Combine(Folder.Path, "action"),
            ["GITHUB_TOKEN"] = Secret,
            ["GITHUB_PATH"] = Path.Combine(Folder.Path, "path"),
            ["GITHUB_OUTPUT"] = Path.Combine(Folder.Path, "output"),
            ["RUNNER_OS"] = "Linux",
            ["RUNNER_ARCH"] = "X64",
            ["RUNNER_TEMP"] = Directory.CreateDirectory(Path.Combine(Folder.Path, "temp")).FullName,
            ["RUNNER_TOOL_CACHE"] = Path.Combine(Folder.Path, "tools"),
            ["CURL_CA_BUNDLE"] = Folder.Write("authority.pem", tls.Authority),
            ["GATES_REAL"] = Repository.Gates,
            ["VERSION"] = "",
            ["DOWNLOAD_URL"] = $"{tls.Address}/mirror/",
        };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        var (_, script) = Releasing.ReleaseWorkflow.Scripts("actions/setup/action.yml").Single();
        return ExternalProgram.Run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], Folder.Path, environment);
    }

    /// <summary>In both forms that the runner reads: <c>name=value</c>, and a value of several lines between marks.</summary>
    public Dictionary<string, string> Outputs(string file) => OutputLine().Matches(Folder.Read(file)).ToDictionary(
        match => match.Groups["name"].Value,
        match => match.Groups["value"].Value,
        StringComparer.Ordinal);

    /// <summary>Puts an archive where it is fetched from, and its digest where the action looks.</summary>
    public void Release(string version, byte[] archive)
    {
        var name = $"gates-{version}-linux-x64.tar.gz";
        Server.Files[$"/mirror/{name}"] = archive;
        var others = Folder.Read("action/releases.txt").Split('\n').Where(line => line.Length > 0 && !line.EndsWith(name, StringComparison.Ordinal));
        Folder.Write("action/releases.txt", string.Join('\n', [.. others, $"{Convert.ToHexStringLower(SHA256.HashData(archive))} {name}", ""]));
    }

    public byte[] Pack(params string[] names)
    {
        foreach (var name in names)
        {
            Folder.Write($"packing/{name}", name);
        }

        Folder.Write("packing/gates", "#!/bin/bash\nif [[ $1 == --version ]]; then echo 1.4.0+0123; else exec \"$GATES_REAL\" \"$@\"; fi\n");
        return PackAsIs(names);
    }

    public byte[] PackAsIs(params string[] names)
    {
        var packing = Path.Combine(Folder.Path, "packing");
        if (!new FileInfo(Path.Combine(packing, "gates")).Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            File.SetUnixFileMode(Path.Combine(packing, "gates"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var target = Path.Combine(Folder.Path, "packed.tar.gz");
        ExternalProgram.Run("tar", ["-C", packing, "-P", "-czf", target, .. names]).Succeeded();
        return File.ReadAllBytes(target);
    }

    [GeneratedRegex(@"^(?<name>[\w-]+)(?:=(?<value>.*)|<<(?<mark>.+)\n(?<value>[\s\S]*?)\n\k<mark>)$", RegexOptions.Multiline)]
    private static partial Regex OutputLine();
}
