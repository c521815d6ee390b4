using Support;
using Xunit;

namespace Runner.Tests.LoadResults;

/// <summary>Real k6 output that lies beside some checkouts and in no repository.</summary>
internal static class RealFiles
{
    /// <summary>The folder, or a skipped test that says what is missing.</summary>
    public static string Folder()
    {
        for (var folder = new DirectoryInfo(Repository.Root); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "k6");
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip("needs real k6 output in a folder shared/data/k6 above the repository");
        return "";
    }
}
