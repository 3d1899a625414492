using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;

namespace SeminarArchive.Web;

/// <summary>
/// Gives the server memory in blocks that hold a whole page with its headers, where its own hold a part of one: the operating system is handed
/// one piece instead of a list, which takes a good part of the time of a page that lies ready.
/// </summary>
public sealed class WideBlocks : IMemoryPoolFactory<byte>
{
    /// <summary>Bytes in a block.</summary>
    public const int Length = 32 * 1024;

    // Beyond these, blocks that are given back are left to the collector.
    private const int MostIdle = 256;

    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    private sealed class Pool : MemoryPool<byte>
    {
        // The one given back last first: it still lies in the processor's cache.
        private readonly Stack<Block> _idle = new(MostIdle);
        private readonly Lock _changing = new();

        public override int MaxBufferSize => Length;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, Length);
            lock (_changing)
            {
                if (_idle.TryPop(out var block)) return block;
            }

            return new Block(this);
        }

        public void Return(Block block)
        {
            lock (_changing)
            {
                if (_idle.Count < MostIdle) _idle.Push(block);
            }
        }

        protected override void Dispose(bool disposing)
        {
        }
    }

    // Pinned for good, since it is handed to the operating system over and over.
    private sealed class Block(Pool pool) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory { get; } = MemoryMarshal.CreateFromPinnedArray(GC.AllocateUninitializedArray<byte>(Length, pinned: true), 0, Length);

        public void Dispose() => pool.Return(this);
    }
}
