namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>A context as a file of its own that goes when it is closed: engines take it as a stream, and a repository may be larger than the memory.</summary>
internal static class ContextFile
{
    public static async Task<Stream> WriteAsync(BuildContext context, ContextShape shape, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), "gates-context-" + Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        try
        {
            await context.WriteAsync(file, shape, cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
