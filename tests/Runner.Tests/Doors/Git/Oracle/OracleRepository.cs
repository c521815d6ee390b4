using LibGit2Sharp;
using Repository = LibGit2Sharp.Repository;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>Opens repositories with libgit2, which reads nobody's configuration but the repository's own.</summary>
internal static class OracleRepository
{
    /// <summary>Settings are of the whole process, so they are made once, and nobody else makes any.</summary>
    static OracleRepository()
    {
        ConfigurationLevel[] levels = [ConfigurationLevel.Global, ConfigurationLevel.Xdg, ConfigurationLevel.System, ConfigurationLevel.ProgramData];
        foreach (var level in levels)
        {
            GlobalSettings.SetConfigSearchPaths(level, "/dev/null");
        }

        GlobalSettings.SetOwnerValidation(false);
    }

    public static Repository Open(string path) => new(path);
}
