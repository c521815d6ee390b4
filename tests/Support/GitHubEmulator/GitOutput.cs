namespace Support.GitHubEmulator;

/// <summary>What git writes, read while it runs.</summary>
internal static class GitOutput
{
    public static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer);
        return buffer.ToArray();
    }
}
