using Gates.Formats.Foundation;

namespace Gates.Pipeline.RunFolder;

/// <summary>What <c>gates run</c> of this job left behind.</summary>
internal static class ResultsFolder
{
    /// <exception cref="UsageException">There is no such file.</exception>
    /// <exception cref="EvaluationException">It is larger than anything that <c>gates run</c> writes.</exception>
    public static byte[] Read(DirectoryInfo folder, string name)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, name));
        if (!file.Exists)
        {
            throw new UsageException($"--results {folder.FullName}: there is no {name}; `gates run` writes it in a step before");
        }

        return file.Length <= ResultsFile.Limit
            ? File.ReadAllBytes(file.FullName)
            : throw new EvaluationException($"{file.FullName}: larger than anything that `gates run` writes");
    }
}
