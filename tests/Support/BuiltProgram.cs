using Gates.Runner.PolicyWorkers;

namespace Support;

/// <summary>The program that was built beside the tests.</summary>
internal static class BuiltProgram
{
    /// <value>Its path: <c>artifacts/bin/Gates.Runner/&lt;configuration&gt;/gates</c>.</value>
    public static string Path { get; } = Find();

    public static PolicyWorkerOptions Worker() => new(Path, [PolicyWorkerHost.Command]);

    private static string Find()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var path = System.IO.Path.Combine(tests.Parent!.Parent!.FullName, "Gates.Runner", tests.Name, "gates");
        return File.Exists(path) ? path : throw new FileNotFoundException("Build the solution first.", path);
    }
}
