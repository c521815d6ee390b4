using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Architecture;

/// <summary>Where the outside may be touched: packages, processes, the network, files and the clock.</summary>
public sealed class DependencyTests
{
    private static readonly SourceGraph Source = SourceGraph.Source;

    public static TheoryData<string, string> Packages => new()
    {
        { "Jint", "src/Policies/Engine/" },
        { "Acornima", "src/Policies/Engine/" },
        { "YamlDotNet", "src/Formats/Documents/" },
        { "Tomlyn", "src/Formats/Documents/Toml/" },
        { "MathNet.Numerics", "src/Formats/Foundation/Statistics/" },
        { "DiffPlex", "src/Doors/Git/Diffs/" },
        { "NSec.Cryptography", "src/Attestation/Cryptography/" },
        { "AWSSDK.Core", "src/Doors/ObjectStore/" },
        { "AWSSDK.S3", "src/Doors/ObjectStore/" },
        { "Google.Protobuf", "src/Formats/Profiles/" },
        { "HdrHistogram", "src/Doors/Load/Latencies/" },
        { "Octokit", "src/Doors/GitHub/" },
        { "Parquet", "src/BuiltIn/DlpScan/Scanning/Tables/ParquetFiles/" },
        { "Polly.Core", "src/Doors/GitHub/Api/" },
        { "Docker.DotNet", "src/Doors/Docker/" },
        { "Docker.DotNet.Handler.Abstractions", "src/Doors/Docker/" },
        { "Docker.DotNet.NativeHttp", "src/Doors/Docker/" },
        { "KubernetesClient.Aot", "src/Doors/Kubernetes/" },
        { "Spectre.Console", "src/Runner/Reports/" },
        { "Spectre.Console.Ansi", "src/Runner/Reports/" },
        { "System.CommandLine", "src/Runner/" },
    };

    [Theory]
    [MemberData(nameof(Packages))]
    public void APackageStaysInOneFolder(string package, string folder)
    {
        var users = Source.References.Where(one => one.To == package).ToList();
        users.ShouldNotBeEmpty();
        users.ShouldAllBe(one => one.From.StartsWith(folder, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryPackageIsNamedAbove() =>
        Source.References.Select(one => one.To).Where(to => !to.StartsWith("src/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)
            .Except(Packages.Select(row => row.Data.Item1), StringComparer.Ordinal).ShouldBeEmpty();

    /// <summary>The oracle of the git door stays beside it: what is released does not load libgit2.</summary>
    [Fact]
    public void LibGit2SharpIsForTestsAlone()
    {
        var projects = Directory.GetFiles(Repository.Combine("src"), "*.csproj", SearchOption.AllDirectories);
        projects.Length.ShouldBeGreaterThan(5);
        projects.Where(project => File.ReadAllText(project).Contains("LibGit2Sharp", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        Source.References.Where(one => one.To == "LibGit2Sharp").ShouldBeEmpty();
    }

    /// <summary>
    /// What another folder calls may not hand it a package's type. Commands are made of System.CommandLine, which stays on the floor of the program.
    /// </summary>
    [Fact]
    public void NoPackageStandsInASignatureThatLeavesItsFolder()
    {
        var folders = Packages.ToDictionary(row => row.Data.Item1, row => row.Data.Item2, StringComparer.Ordinal);
        Source.Signatures
            .Where(one => one.Type.ContainingAssembly?.Name is { } package && folders.TryGetValue(package, out var folder) && package != "System.CommandLine"
                && Source.References.Any(use => use.To == one.File && !use.From.StartsWith(folder, StringComparison.Ordinal)))
            .Select(one => $"{one.File}: {one.Member}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(typeof(Evidence))]
    [InlineData(typeof(DocumentNode))]
    public void PoliciesAndFormatsTouchNothingOutside(Type ofFloor)
    {
        string[] forbidden =
        [
            "Gates.Doors.", "System.Net.Http", "System.Net.Sockets", "System.Diagnostics.Process", "System.IO.File.", "System.IO.FileInfo.", "System.IO.FileStream.",
            "System.IO.Directory", "System.Environment.Get", "System.Environment.Exit", "System.Environment.Set", "System.Console.", "System.Random..ctor", "System.Random.get_Shared",
            "System.DateTime.get_UtcNow", "System.DateTime.get_Now", "System.DateTimeOffset.get_UtcNow", "System.DateTimeOffset.get_Now",
        ];
        var used = MembersUsedBy(ofFloor.Assembly.Location);
        used.ShouldContain("System.Security.Cryptography.SHA256.HashData", "the scan must see the assembly's references");
        used.Where(member => forbidden.Any(word => member.StartsWith(word, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    /// <summary>The words of a policy need no engine: whoever reads formats does not load Jint.</summary>
    [Fact]
    public void FormatsKnowTheWordsOfAPolicyAndNotItsEngine() =>
        Source.References.Where(one => one.From.StartsWith("src/Formats/", StringComparison.Ordinal)
            && (one.To.StartsWith("src/Policies/Engine/", StringComparison.Ordinal) || one.To.StartsWith("src/Policies/TypeScript/", StringComparison.Ordinal)))
                .ShouldBeEmpty();

    [Theory]
    [InlineData(
        @"Process|ProcessStartInfo",
        "src/Doors/Charts/",
        "src/Doors/Processes/",
        "src/Doors/Git/",
        "src/Doors/Kubernetes/ExecCredential.cs",
        "src/Doors/Registry/CredentialHelper.cs",
        "src/Doors/Workers/",
        "src/Doors/TypeChecks/")]
    [InlineData(
        @"HttpClient|HttpMessageHandler|SocketsHttpHandler|DelegatingHandler|Socket",
        "src/Doors/Docker/",
        "src/Doors/Git/Remotes/",
        "src/Doors/GitHub/",
        "src/Doors/Kubernetes/",
        "src/Doors/Load/",
        "src/Doors/ObjectStore/",
        "src/Doors/Prometheus/",
        "src/Doors/Registry/",
        "src/Doors/Sigstore/",
        "src/Pipeline/GateServices.cs")]
    public void EachOutsideThingHasOneDoor(string types, params string[] doors)
    {
        var use = new Regex($@"\bnew ({types})\b|\b({types})\.[A-Z]\w*\(|\b({types})\b[?]? \w+[ ,;)=]");
        var users = Source.Files.Where(file => use.IsMatch(WithoutComments(file.Text))).ToList();
        users.Where(file => !doors.Any(door => file.Path.StartsWith(door, StringComparison.Ordinal))).ShouldBeEmpty();
        doors.Where(door => !users.Exists(file => file.Path.StartsWith(door, StringComparison.Ordinal))).ShouldBeEmpty("a door that nobody needs is taken out");
    }

    /// <summary>Two readers would sooner or later disagree on whether this is a job.</summary>
    [Theory]
    [InlineData("GITHUB_ACTIONS")]
    [InlineData("GITHUB_SERVER_URL")]
    public void AVariableOfTheJobHasOneReader(string variable) =>
        Source.Files
            .Where(file => Regex.IsMatch(WithoutComments(file.Text), $@"\(""{variable}""\)"))
            .Select(file => file.Path)
            .ShouldBe(["src/Formats/Foundation/JobVariables.cs"]);

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
