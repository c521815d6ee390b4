using System.Text;
using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Settings;
using Gates.Pipeline.Facts;
using Gates.Pipeline.RunFolder;

namespace Gates.Runner.Cases;

/// <summary>
/// Reads a case's folder: <c>expected.json</c> beside <c>files/</c>, <c>before/</c>, <c>cluster.yaml</c> and <c>facts.json</c>, or <c>evidence.json</c>.
/// </summary>
internal static class CaseReader
{
    private const string Expected = "expected.json";
    private const string Evidence = "evidence.json";
    private const string Files = "files";

    /// <value>The folder of the files at the base.</value>
    public const string Before = "before";

    /// <value>The file of facts that no files can give, by kind.</value>
    public const string Facts = "facts.json";

    /// <value>Cases are small; a larger one is a mistake.</value>
    private const int FileLimit = 32_000_000;

    private static readonly Dictionary<string, JsonElement> NothingGiven = new(StringComparer.Ordinal);

    private static readonly EnumerationOptions EverythingButLinks = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <exception cref="UsageException">The folder is not a case; the message names file, place and what would be right.</exception>
    public static GateCase Read(string root, string folder, CaseSubject subject)
    {
        var files = Path.Combine(root, folder, Files);
        var evidence = Path.Combine(root, folder, Evidence);
        var cluster = Path.Combine(root, folder, ClusterFile.Name);
        var before = Path.Combine(root, folder, Before);
        var given = Path.Combine(root, folder, Facts);
        if ((Directory.Exists(files) || File.Exists(cluster) || Directory.Exists(before) || File.Exists(given)) == File.Exists(evidence))
        {
            throw new UsageException($"{Say.Path(folder)}: a case has either a folder {Files}/ or a file {Evidence}");
        }

        var name = folder + "/" + Expected;
        try
        {
            var expected = new ExpectationReader(new Problems(name)).Read(JsonReader.Read(Encoding.UTF8.GetString(Content(root, name)), name));
            return new GateCase
            {
                Name = folder,
                Subject = subject,
                Tree = ReadTree(files),
                Evidence = File.Exists(evidence) ? KeptEvidence.Read(Content(root, folder + "/" + Evidence), folder + "/" + Evidence) : null,
                Cluster = File.Exists(cluster) ? ClusterFile.Read(Content(root, folder + "/" + ClusterFile.Name), folder + "/" + ClusterFile.Name) : null,
                Before = Directory.Exists(before) ? ReadTree(before) : null,
                Given = File.Exists(given) ? ReadGiven(Content(root, folder + "/" + Facts), folder + "/" + Facts) : NothingGiven,
                Settings = expected.Settings,
                Facts = expected.Facts,
                Expected = expected.Expectation,
            };
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <exception cref="UsageException">It is no map of kinds of facts.</exception>
    private static Dictionary<string, JsonElement> ReadGiven(byte[] content, string path)
    {
        // Read strictly first, for the place of what is wrong.
        _ = JsonReader.Read(Encoding.UTF8.GetString(content), path, new DocumentLimits { Bytes = FileLimit });
        using var document = JsonDocument.Parse(content);
        if (document.RootElement is not { ValueKind: JsonValueKind.Object } root)
        {
            throw new UsageException($"{Say.Path(path)}: is no map of kinds of facts, such as {{ \"run\": {{ \"time\": \"2026-12-01T00:00:00Z\" }} }}");
        }

        var given = root.EnumerateObject().ToDictionary(kind => kind.Name, kind => kind.Value.Clone(), StringComparer.Ordinal);
        return given.Keys.FirstOrDefault(kind => FactKinds.Beyond.All(one => one.Kind != kind)) is { } unknown
            ? throw new UsageException($"{Say.Path(path)}: {Say.Quote(unknown)} is no kind of fact that can be given; "
                + $"valid: {Say.List([.. FactKinds.Beyond.Select(one => one.Kind)])}")
            : given;
    }

    private static CaseTree ReadTree(string files)
    {
        var paths = Directory.Exists(files) ? Directory.EnumerateFiles(files, "*", EverythingButLinks) : [];
        return new CaseTree(paths.Select(path =>
            KeyValuePair.Create(Path.GetRelativePath(files, path).Replace(Path.DirectorySeparatorChar, '/'), Content(files, path))));
    }

    private static byte[] Content(string root, string path)
    {
        var file = new FileInfo(Path.Combine(root, path));
        return !file.Exists ? throw new UsageException($"{Say.Path(path)}: there is no such file; a case needs one")
            : file.Length > FileLimit ? throw new UsageException($"{Say.Path(path)}: the file is larger than {FileLimit / 1_000_000} MB; cases are small")
            : SplitText.Join(File.ReadAllBytes(file.FullName));
    }
}
