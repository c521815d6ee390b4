using System.Globalization;
using Gates.Formats.Foundation;

namespace Gates.Doors.Workers;

/// <summary>How the worker process is started.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record PolicyWorkerOptions(string FileName, IReadOnlyList<string> Arguments)
{
    /// <value>How long after a policy's deadline the process is killed. Default: 400 milliseconds.</value>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <value>How long a process may take to start, and to take a request. Default: 15 seconds, a hundred times what an idle machine needs.</value>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <value>Bytes of one answer. Default: 64 MiB.</value>
    public long AnswerBytes { get; init; } = 64L << 20;

    /// <summary>This very program, also when it was started as <c>dotnet gates.dll</c>.</summary>
    public static PolicyWorkerOptions ForThisProgram()
    {
        var program = Environment.ProcessPath
            ?? throw new EvaluationException("cannot find the path of this program, which is needed to start the policy worker");
        return string.Equals(Path.GetFileNameWithoutExtension(program), "dotnet", StringComparison.Ordinal)
            ? new PolicyWorkerOptions(program, [Path.Combine(AppContext.BaseDirectory, "gates.dll"), PolicyWorkerHost.Command])
            : new PolicyWorkerOptions(program, [PolicyWorkerHost.Command]);
    }

    /// <summary>Everything the worker's environment holds: nothing of ours, only what its runtime reads.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentFor(long memoryBytes) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Read as hexadecimal; a native program ignores a value that begins with 0x.
        ["DOTNET_GCHeapHardLimit"] = memoryBytes.ToString("x", CultureInfo.InvariantCulture),
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_DbgEnableMiniDump"] = "0",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_ROOT"] = RuntimeRoot(),
    };

    private static string RuntimeRoot()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll; a self-contained program does not look.
        var runtime = Path.TrimEndingDirectorySeparator(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory());
        return Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
    }
}
