using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Gates.Policies;
using Shouldly;
using Xunit;

namespace Runner.Tests.Architecture;

public sealed class DependencyTests
{
    private static readonly IReadOnlyList<CodeFile> Source = CodeFile.Below("src");

    [Fact]
    public void TheScanSeesBothProjectsAndTheirFolders()
    {
        Source.Count.ShouldBeGreaterThan(30);
        Source.ShouldContain(file => file.Folder == "src/Policies");
        Source.ShouldContain(file => file.Folder == "src/Runner");
        Source.ShouldContain(file => file.Folder.StartsWith("src/BuiltIn/", StringComparison.Ordinal));
    }

    [Fact]
    public void PoliciesIsALeafWithoutFilesNetworkClockOrProcesses()
    {
        string[] forbidden =
        [
            "Gates.Runner.", "System.Net.", "System.Diagnostics.Process", "System.IO.File", "System.IO.Directory", "System.IO.Path.",
            "System.Environment.Get", "System.Environment.Exit", "System.Environment.Set", "System.Console.", "System.Random.", "System.DateTime.get_",
        ];
        var used = MembersUsedBy(typeof(Evidence).Assembly.Location);
        used.ShouldContain("System.Security.Cryptography.SHA256.HashData", "the scan must see the assembly's references");
        used.Where(member => forbidden.Any(word => member.StartsWith(word, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void OnlyTheEngineKnowsJint() =>
        Source.Where(file => !file.Path.StartsWith("src/Policies/Engine/", StringComparison.Ordinal) && file.Text.Contains("using Jint", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Tomlyn", "src/Runner/Documents/Toml/")]
    [InlineData("YamlDotNet", "src/Runner/Documents/YamlReader.cs")]
    public void APackageStaysWhereItIsKnown(string package, string place)
    {
        var users = Source.Where(file => file.Text.Contains($"using {package}", StringComparison.Ordinal)).ToList();
        users.ShouldNotBeEmpty();
        users.ShouldAllBe(file => file.Path.StartsWith(place, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(@"Process|ProcessStartInfo", "src/Runner/Processes/", "src/Runner/Git/", "src/Runner/PolicyWorkers/", "src/Runner/Docker/", "src/Runner/TypeChecks/")]
    [InlineData(@"HttpClient|HttpMessageHandler|SocketsHttpHandler|Socket", "src/Runner/Git/Remotes/GitLogins.cs", "src/Runner/GitHub/", "src/Runner/Docker/", "src/Runner/Kubernetes/", "src/Runner/Prometheus/", "src/Runner/GateServices.cs")]
    public void EachOutsideThingHasOneDoor(string types, params string[] doors)
    {
        var use = new System.Text.RegularExpressions.Regex($@"\bnew ({types})\b|\b({types})\.[A-Z]\w*\(|\b({types})\b[?]? \w+[ ,;)=]");
        Source.Where(file => !doors.Any(door => file.Path.StartsWith(door, StringComparison.Ordinal)) && use.IsMatch(WithoutComments(file.Text)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void AGateNeverSeesAnotherGate()
    {
        var gates = Directory.GetDirectories(Support.Repository.Combine("src/BuiltIn")).Select(Path.GetFileName).ToList();
        gates.Count.ShouldBeGreaterThan(2);
        foreach (var gate in gates)
        {
            var others = gates.Where(other => other != gate).Select(other => $"Gates.BuiltIn.{other}");
            Source.Where(file => file.Path.StartsWith($"src/BuiltIn/{gate}/", StringComparison.Ordinal) && others.Any(file.Names)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void OnlyTheCatalogueNamesTheGates() =>
        Source.Where(file => !file.Path.StartsWith("src/BuiltIn/", StringComparison.Ordinal) && file.Text.Contains("Gates.BuiltIn.", StringComparison.Ordinal))
            .Select(file => file.Path).ShouldBe(["src/BuiltIn/GateCatalog.cs"]);

    [Theory]
    [InlineData("BuiltIn", "Cli", "Configuration", "Reports", "GitHub", "PolicyWorkers")]
    [InlineData("Reports", "BuiltIn", "Cli", "Configuration", "PolicyWorkers")]
    [InlineData("Configuration", "Cli", "Reports", "GitHub", "PolicyWorkers")]
    [InlineData("Documents", "Baselines", "BuiltIn", "Cli", "Configuration", "Files", "Globs", "Recognition", "Reports", "Waivers")]
    [InlineData("Files", "Authoring", "Baselines", "BuiltIn", "Cli", "Configuration", "Globs", "Recognition", "Reports", "Waivers")]
    [InlineData("Globs", "Authoring", "Baselines", "BuiltIn", "Cli", "Configuration", "Recognition", "Reports", "Waivers")]
    [InlineData("Facts", "Authoring", "Baselines", "BuiltIn", "Cli", "Configuration", "Recognition", "Reports", "Waivers")]
    [InlineData("Recognition", "Authoring", "Baselines", "BuiltIn", "Cli", "Configuration", "Reports", "Waivers")]
    [InlineData("Git", "BuiltIn", "Cli", "Configuration", "Reports", "PolicyWorkers")]
    [InlineData("GitHub", "BuiltIn", "Cli", "Configuration", "PolicyWorkers")]
    [InlineData("Attesting/Log", "BuiltIn", "Cli", "Configuration", "Reports", "Publishing", "Git", "GitHub", "PolicyWorkers")]
    [InlineData("Publishing/EvidenceBranch", "BuiltIn", "Cli", "GitHub", "PolicyWorkers")]
    [InlineData("TypeScript", "BuiltIn", "Cli", "Configuration", "Reports", "Git", "GitHub", "PolicyWorkers")]
    [InlineData("TypeChecks", "Authoring", "BuiltIn", "Cli", "Configuration", "Reports", "Git", "GitHub", "PolicyWorkers", "Testing", "TypeScript")]
    [InlineData("Attesting", "BuiltIn", "Cli", "PolicyWorkers", "Publishing", "Runs")]
    [InlineData("PolicyWorkers", "BuiltIn", "Cli", "Configuration", "Reports", "Git", "GitHub")]
    [InlineData("Attesting/Controls", "BuiltIn", "Cli", "GitHub", "PolicyWorkers", "Reports")]
    [InlineData("Attesting/Pdf", "Attesting.Controls", "BuiltIn", "Cli", "Configuration", "Git", "GitHub", "PolicyWorkers", "Reports")]
    [InlineData("LoadResults", "BuiltIn", "Cli", "Reports", "Git", "GitHub", "PolicyWorkers", "Thresholds")]
    [InlineData("Statistics", "BuiltIn", "Cli", "Configuration", "Reports", "Git", "GitHub", "PolicyWorkers", "LoadResults", "Thresholds")]
    [InlineData("Thresholds", "BuiltIn", "Cli", "Reports", "Git", "GitHub", "PolicyWorkers")]
    public void FoldersDependInOneDirection(string folder, params string[] forbidden) =>
        Source.Where(file => file.Path.StartsWith($"src/Runner/{folder}/", StringComparison.Ordinal) && forbidden.Any(other => file.Names($"Gates.Runner.{other}")))
            .ShouldBeEmpty();

    private static string WithoutComments(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    private static List<string> MembersUsedBy(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return
        [
            .. from handle in metadata.MemberReferences
               let member = metadata.GetMemberReference(handle)
               where member.Parent.Kind == HandleKind.TypeReference
               let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
               select $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}",
        ];
    }
}
