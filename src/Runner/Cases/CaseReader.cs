using System.Text;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Settings;
using Gates.Pipeline.RunFolder;

namespace Gates.Runner.Cases;

/// <summary>Reads a case's folder: <c>expected.json</c> beside <c>files/</c> or <c>evidence.json</c>.</summary>
internal static class CaseReader
{
    private const string Expected = "expected.json";
    private const string Evidence = "evidence.json";
    private const string Files = "files";

    /// <value>Cases are small; a larger one is a mistake.</value>
    private const int FileLimit = 32_000_000;

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
        if (Directory.Exists(files) == File.Exists(evidence))
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
