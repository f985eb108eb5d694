import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { handOverFiles } from '../../shared/navigation/dropped-files.ts';

/** Files dropped anywhere in the room go to the import. */
export function useDroppedFiles(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      handOverFiles(files);
      void navigate({ to: '/import/$purpose', params: { purpose: 'voc' } });
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  }, [navigate]);
}
