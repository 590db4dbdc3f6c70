using System.Text.Json.Serialization;
using ShallowNet.Player.Kernels;

namespace ShallowNet.Player.KernelHost;

/// <summary>The lines between the player and a kernel host: cells go to the host, what they show comes back.</summary>
[JsonSerializable(typeof(CellRequest))]
[JsonSerializable(typeof(KernelOutput))]
internal sealed partial class HostLine : JsonSerializerContext
{
    public static byte[] Of<T>(T message) => [.. JsonSerializer.SerializeToUtf8Bytes(message, typeof(T), Default), (byte)'\n'];

    /// <summary>What a line says; null for half a line of one who died.</summary>
    public static T? Read<T>(string line)
        where T : class
    {
        try
        {
            return (T?)JsonSerializer.Deserialize(line, typeof(T), Default);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
