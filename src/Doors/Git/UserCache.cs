using Gates.Doors.Files;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git;

/// <summary>
/// The user's own cache, as the XDG Base Directory Specification places it. Never inside the repository: whoever writes there could plant something.
/// </summary>
internal static class UserCache
{
    /// <param name="variables">Reads an environment variable; empty counts as unset.</param>
    /// <param name="name">The folder in it.</param>
    /// <returns>In a job, where earlier steps could have left anything, and without a home, an empty folder that goes with this process.</returns>
    public static string Folder(Func<string, string?> variables, string name)
    {
        string? Absolute(string variable) => variables(variable) is { Length: > 0 } value && Path.IsPathRooted(value) ? value : null;
        var home = JobVariables.IsJob(variables)
            ? null
            : Absolute("XDG_CACHE_HOME") ?? (Absolute("HOME") is { } user ? Path.Combine(user, ".cache") : null);
        return home is null ? Path.Combine(TemporaryFolders.Create("cache"), name) : Path.Combine(home, "gates", name);
    }
}
