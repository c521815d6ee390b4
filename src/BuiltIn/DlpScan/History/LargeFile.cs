using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Doors.Git.Diffs;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.History;

/// <summary>Tells what git LFS left in a file's place, which is nothing of the file.</summary>
internal static class LargeFile
{
    /// <summary>The report of a file that is such a pointer, and else its bytes, when it is small enough to be one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">Its content; read to its end if it is small.</param>
    /// <param name="size">How many bytes it has.</param>
    public static (FileReport? Pointer, Stream Source) Look(string path, Stream source, long size)
    {
        if (size is 0 or > LargeFilePointer.MaxPointerLength)
        {
            return (null, source);
        }

        var content = new MemoryStream();
        source.CopyTo(content);
        content.Position = 0;
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        var isPointer = bytes.StartsWith("version https://git-lfs"u8) && LargeFilePointer.Read(bytes.ToArray()) is not null;
        return (isPointer ? new FileReport(path) { Unseen = UnseenReasons.LargeFile } : null, content);
    }
}
