using System.Collections.Concurrent;
using Gates.Doors.Files;

namespace Gates.Doors.Processes;

/// <summary>
/// Where this machine's programs are. A workspace can hold a file named <c>git</c>, and the system's own search would run it: it looks in the current directory
/// first.
/// </summary>
internal static class ProgramFinder
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly ConcurrentDictionary<string, bool> Distrusted = new(StringComparer.Ordinal);

    /// <summary>From now on no program is taken from below a folder.</summary>
    public static void Distrust(string folder)
    {
        Distrusted[folder] = true;
        Distrusted[Real(folder)] = true;
    }

    /// <summary>The program's absolute path, or <see langword="null"/> when no trusted folder of the search path has it.</summary>
    public static string? Find(string name) => Find(name, Environment.GetEnvironmentVariable("PATH"));

    /// <inheritdoc cref="Find(string)"/>
    /// <param name="name">A file name.</param>
    /// <param name="path">The search path.</param>
    public static string? Find(string name, string? path) => Folders(path).Select(folder => Path.Combine(folder, name)).FirstOrDefault(IsProgram);

    /// <summary>The search path for programs that are started: absolute folders outside every workspace.</summary>
    public static string SearchPath() => string.Join(':', Folders(Environment.GetEnvironmentVariable("PATH")));

    /// <summary>Whether a path is below a folder that holds somebody else's files. A repository that is the whole machine holds its programs too.</summary>
    public static bool IsDistrusted(string path)
    {
        var (plain, real) = (Path.GetFullPath(path) + "/", Real(path) + "/");
        return Distrusted.Keys.Any(folder => folder != "/"
            && (plain.StartsWith(folder + "/", StringComparison.Ordinal) || real.StartsWith(folder + "/", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Folders(string? path) =>
        (path ?? "").Split(':').Where(folder => folder.StartsWith('/') && Directory.Exists(folder) && !IsDistrusted(folder)).Distinct(StringComparer.Ordinal);

    private static bool IsProgram(string file) =>
        File.Exists(file) && (File.GetUnixFileMode(file) & Executable) != UnixFileMode.None && !IsDistrusted(Real(file));

    /// <summary>With the links on the way resolved, those of their targets too.</summary>
    private static string Real(string path)
    {
        try
        {
            return RealPath.Of(path) ?? Path.GetFullPath(path);
        }
        catch (IOException)
        {
            return Path.GetFullPath(path);
        }
    }
}
