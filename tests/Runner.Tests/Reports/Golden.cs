using Shouldly;

namespace Runner.Tests.Reports;

/// <summary>Compares a text with a file of <c>Expectations/</c>; with <c>GATES_ACCEPT=1</c> it writes the file instead.</summary>
internal static class Golden
{
    public static void Check(string name, string actual)
    {
        var file = Path.Join(Root, "tests/Runner.Tests/Reports/Expectations", name);
        if (Environment.GetEnvironmentVariable("GATES_ACCEPT") == "1")
        {
            File.WriteAllText(file, actual);
        }

        actual.ShouldBe(File.Exists(file) ? File.ReadAllText(file) : "", $"{name}: read the difference; if it is right, run once with GATES_ACCEPT=1");
    }

    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Join(folder.FullName, "Gates.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests must run inside the repository");
    }
}
