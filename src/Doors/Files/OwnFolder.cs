namespace Gates.Doors.Files;

/// <summary>The folder <c>.gates</c> of a workspace, which git never sees.</summary>
internal static class OwnFolder
{
    public const string Name = ".gates";

    /// <summary>Has git ignore the folder, when a path lies within it and it does not say otherwise itself.</summary>
    /// <param name="workspace">The workspace, absolute.</param>
    /// <param name="path">A path, absolute.</param>
    public static void Hide(string workspace, string path)
    {
        var home = Path.Join(workspace, Name);
        var file = new FileInfo(Path.Join(home, ".gitignore"));
        if (!path.StartsWith(home + "/", StringComparison.Ordinal) || file is not { Exists: false, LinkTarget: null })
        {
            return;
        }

        var owner = Owner.ToHandTo(workspace);
        if (!Directory.Exists(home))
        {
            Directory.CreateDirectory(home);
            owner?.Take(home);
        }

        using (var stream = file.Open(FileMode.CreateNew, FileAccess.Write))
        {
            stream.Write("*\n"u8);
        }

        owner?.Take(file.FullName);
    }
}
