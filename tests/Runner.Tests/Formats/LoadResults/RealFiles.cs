using Support;
using Xunit;

namespace Runner.Tests.Formats.LoadResults;

/// <summary>Real k6 output that lies beside some checkouts and in no repository.</summary>
internal static class RealFiles
{
    /// <summary>The folder, or a skipped test that says what is missing.</summary>
    public static string Folder()
    {
        var folder = Repository.Shared("data/k6");
        Assert.SkipWhen(folder is null, "needs real k6 output in a folder shared/data/k6 above the repository");
        return folder;
    }
}
